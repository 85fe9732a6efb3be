package io.tidings.engine;

import io.tidings.api.HttpHandshake;
import io.tidings.protocol.engineio.EnginePacket;
import io.tidings.protocol.engineio.PacketType;
import io.tidings.schedule.Deadline;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One Engine.IO session, between the transport that carries it now and the listener that uses it. */
final class Session implements EngineSession, EngineLink {

    private final SessionId id;
    private final HttpHandshake handshake;
    private final Engine engine;
    private final Outbox outbox;
    private final Inbound inbound;
    private final Heartbeat heartbeat;
    private final RateWindow controls;
    private final AtomicReference<@Nullable CloseReason> closed = new AtomicReference<>();

    private volatile Transport transport;
    private volatile @Nullable Upgrade upgrade;
    private volatile @Nullable FlushScope flushMark;
    private volatile @Nullable Deadline closing;

    Session(Engine engine, SessionId id, HttpHandshake handshake, Function<EngineLink, Transport> transports) {
        this.engine = engine;
        this.id = id;
        this.handshake = handshake;
        EngineSettings settings = engine.settings();
        this.outbox = new Outbox(settings.limits(), engine.queuedBytes());
        this.inbound = new Inbound(this, engine);
        this.heartbeat = new Heartbeat(this, engine.deadlines(), settings);
        this.controls = new RateWindow(settings.limits().controlPacketsPerSecond());
        this.transport = transports.apply(this);
    }

    /** Sends the greeting and starts the clock; called once, when the session can be found. */
    void start() {
        outbox.offerControl(engine.greeting(id, transport.kind()));
        if (!engine.settings().initialPacket().isEmpty()) {
            outbox.offerControl(EnginePacket.text(engine.settings().initialPacket()));
        }
        heartbeat.start();
        inbound.opened();
        flushNow();
    }

    // ---- as the listener sees it

    @Override
    public SessionId id() {
        return id;
    }

    @Override
    public HttpHandshake handshake() {
        return handshake;
    }

    @Override
    public TransportKind transportKind() {
        return transport.kind();
    }

    @Override
    public boolean isOpen() {
        return closed.get() == null && closing == null;
    }

    @Override
    public Optional<CloseReason> closeReason() {
        return Optional.ofNullable(closed.get());
    }

    @Override
    public boolean isWritable() {
        return isOpen() && outbox.isEmpty() && transport.isWritable();
    }

    @Override
    public boolean send(EnginePacket message) {
        return queued(outbox.offer(message));
    }

    @Override
    public boolean send(List<EnginePacket> messages) {
        return queued(outbox.offer(messages));
    }

    private boolean queued(Outbox.Offer offer) {
        switch (offer) {
            case ACCEPTED -> FlushScope.flush(this);
            case PRESSING -> flushNow();
            case FULL -> close(CloseReason.SLOW_CONSUMER);
            case NODE_FULL -> close(CloseReason.OVERLOADED);
            case SEALED -> {}
        }
        return offer == Outbox.Offer.ACCEPTED || offer == Outbox.Offer.PRESSING;
    }

    @Override
    public void close() {
        if (outbox.seal()) {
            closing = engine.deadlines().after(engine.settings().closeTimeout(), () -> close(CloseReason.FORCED_CLOSE));
            FlushScope.flush(this);
        }
    }

    @Override
    public void close(CloseReason reason) {
        if (!closed.compareAndSet(null, reason)) {
            return;
        }
        engine.remove(this);
        heartbeat.stop();
        Deadline patience = closing;
        if (patience != null) {
            patience.cancel();
        }
        outbox.discard();
        Upgrade unfinished = upgrade;
        if (unfinished != null) {
            unfinished.abort();
        }
        transport().close(reason);
        inbound.closed(reason);
    }

    // ---- as its transports see it

    @Override
    public void received(Transport from, List<EnginePacket> packets) {
        if (closed.get() != null) {
            return;
        }
        Upgrade probing = upgrade;
        if (probing != null && from == probing.transport()) {
            int used = probing.received(packets);
            if (used < packets.size()) {
                accept(packets.subList(used, packets.size()));
            }
        } else if (from == transport) {
            accept(packets);
        }
    }

    private void accept(List<EnginePacket> packets) {
        int count = packets.size();
        int messages = 0;
        while (messages < count && packets.get(messages).type() == PacketType.MESSAGE) {
            messages++;
        }
        if (messages > 0) {
            inbound.messages(messages == count ? packets : packets.subList(0, messages));
        }
        if (messages < count) {
            acceptMixed(packets.subList(messages, count));
        }
    }

    private void acceptMixed(List<EnginePacket> packets) {
        List<EnginePacket> messages = new ArrayList<>();
        CloseReason end = null;
        for (EnginePacket packet : packets) {
            if (packet.type() == PacketType.MESSAGE) {
                messages.add(packet);
            } else {
                end = control(packet);
            }
            if (end != null) {
                break;
            }
        }
        if (!messages.isEmpty()) {
            inbound.messages(messages);
        }
        if (end != null) {
            engine.noteClosed(this, end);
            close(end);
        }
    }

    /** The reason to end the session for this packet, or null. */
    private @Nullable CloseReason control(EnginePacket packet) {
        if (!controls.admit(System.nanoTime())) {
            return CloseReason.FLOODING;
        }
        return switch (packet.type()) {
            case CLOSE -> CloseReason.TRANSPORT_CLOSE;
            case PONG -> {
                heartbeat.pong();
                yield null;
            }
            case NOOP, UPGRADE, MESSAGE -> null;
            // Since version 4 only the server pings, and only the server opens.
            case PING, OPEN -> CloseReason.PARSE_ERROR;
        };
    }

    @Override
    public List<EnginePacket> take(Transport to, int maxBytes) {
        if (to == transport) {
            return outbox.take(maxBytes);
        }
        Upgrade probing = upgrade;
        return probing != null && to == probing.transport() ? probing.take() : List.of();
    }

    @Override
    public boolean isDrained(Transport to) {
        if (to == transport) {
            return outbox.isEmpty();
        }
        Upgrade probing = upgrade;
        return probing == null || to != probing.transport() || probing.isDrained();
    }

    @Override
    public void lost(Transport lost, CloseReason reason) {
        Upgrade probing = upgrade;
        if (lost == transport) {
            if (reason == CloseReason.PARSE_ERROR || reason == CloseReason.FLOODING) {
                engine.noteClosed(this, reason);
            }
            close(reason);
        } else if (probing != null && lost == probing.transport()) {
            probing.abort();
        }
    }

    @Override
    public boolean isReadingSuspended() {
        return inbound.isSuspended();
    }

    @Override
    public synchronized boolean startUpgrade(Transport probing) {
        boolean polls = transport.kind() == TransportKind.POLLING;
        if (!polls
                || upgrade != null
                || closed.get() != null
                || !engine.settings().canUpgrade()) {
            return false;
        }
        upgrade =
                new Upgrade(this, probing, engine.deadlines(), engine.settings().upgradeTimeout());
        return true;
    }

    /** Waits for a running switch from one transport to the other, so that the new one is not forgotten at the end. */
    @Override
    public synchronized Transport transport() {
        return transport;
    }

    @Override
    public EngineSession session() {
        return this;
    }

    // ---- as the parts of the session see it

    void completeUpgrade(Upgrade done) {
        Transport old;
        synchronized (this) {
            if (upgrade != done || closed.get() != null) {
                return;
            }
            old = transport;
            transport = done.transport();
            upgrade = null;
        }
        old.release();
        inbound.upgraded();
        flushNow();
    }

    synchronized void abandonUpgrade(Upgrade given) {
        if (upgrade == given) {
            upgrade = null;
        }
    }

    boolean isOverdue() {
        return heartbeat.isOverdue();
    }

    /** False once messages that still arrive must not reach the listener any more. */
    boolean takesMessages() {
        CloseReason reason = closed.get();
        return closing == null && (reason == null || reason.keepsWhatArrived());
    }

    void sendPing() {
        outbox.offerControl(EnginePacket.PING);
        flushNow();
    }

    void releasePoll() {
        transport.release();
    }

    void resumeReading() {
        transport.resumeReading();
    }

    void flushNow() {
        transport.flush();
    }

    @Nullable
    FlushScope flushMark() {
        return flushMark;
    }

    void markFlush(FlushScope scope) {
        flushMark = scope;
    }

    void unmarkFlush(FlushScope scope) {
        if (flushMark == scope) {
            flushMark = null;
        }
    }
}
