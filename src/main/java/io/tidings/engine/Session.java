package io.tidings.engine;

import io.tidings.api.HttpHandshake;
import io.tidings.protocol.engineio.EnginePacket;
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
    private final Intake intake;
    private final AtomicReference<@Nullable CloseReason> closed = new AtomicReference<>();

    private final Carriage carriage = new Carriage();
    private final Farewell farewell;
    private volatile @Nullable Object attachment;

    /** Something has been queued that does not leave by itself. */
    private volatile boolean heldBack;

    // Not volatile: a thread looks only for a mark that it has set itself.
    private @Nullable FlushScope flushMark;

    Session(Engine engine, SessionId id, HttpHandshake handshake, Function<EngineLink, Transport> transports) {
        this.engine = engine;
        this.id = id;
        this.handshake = handshake;
        EngineSettings settings = engine.settings();
        this.outbox = new Outbox(settings.limits(), engine.queuedBytes());
        this.inbound = new Inbound(this, engine);
        this.heartbeat = new Heartbeat(this, engine.deadlines(), settings);
        this.intake = new Intake(this, engine, inbound, heartbeat);
        this.farewell = new Farewell(this, engine, outbox);
        carriage.start(transports.apply(this));
    }

    /** Sends the greeting and starts the clock; called once, when the session can be found. */
    void start() {
        outbox.offerControl(engine.greeting(id, carriage.current().kind()));
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
        return carriage.current().kind();
    }

    @Override
    public boolean isOpen() {
        return closed.get() == null && !farewell.hasBegun();
    }

    @Override
    public Optional<CloseReason> closeReason() {
        return Optional.ofNullable(closed.get());
    }

    @Override
    public boolean isWritable() {
        if (heldBack) {
            // It says nothing about the client.
            flushNow();
        }
        return isOpen() && outbox.isEmpty() && carriage.current().isWritable();
    }

    @Override
    public boolean send(List<EnginePacket> messages) {
        return queued(outbox.offer(messages));
    }

    @Override
    public boolean queue(List<EnginePacket> messages) {
        Outbox.Offer offer = outbox.offer(messages);
        heldBack = true;
        return offer == Outbox.Offer.ACCEPTED || queued(offer);
    }

    @Override
    public void flush() {
        FlushScope.flush(this);
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
    public boolean hold(int bytes) {
        return inbound.hold(1, bytes);
    }

    @Override
    public void letGo(int bytes) {
        inbound.letGo(1, bytes);
    }

    @Override
    public boolean reserve(int bytes) {
        boolean reserved = engine.queuedBytes().reserve(bytes);
        if (!reserved) {
            close(CloseReason.OVERLOADED);
        }
        return reserved;
    }

    @Override
    public void release(int bytes) {
        engine.queuedBytes().release(bytes);
    }

    @Override
    public void attach(Object attached) {
        attachment = attached;
    }

    @Override
    public @Nullable Object attachment() {
        return attachment;
    }

    @Override
    public void close() {
        farewell.begin();
    }

    @Override
    public void close(CloseReason asked) {
        CloseReason reason = farewell.reason(asked);
        if (!closed.compareAndSet(null, reason)) {
            return;
        }
        engine.remove(this, reason);
        heartbeat.stop();
        farewell.end();
        outbox.discard();
        carriage.abortUpgrade();
        transport().close(reason);
        inbound.closed(reason);
    }

    // ---- as its transports see it

    @Override
    public void received(Transport from, List<EnginePacket> packets) {
        if (closed.get() == null && !farewell.isByClient()) {
            intake.received(from, packets, carriage);
        }
    }

    @Override
    public List<EnginePacket> take(Transport to, int maxBytes) {
        if (carriage.isOf(to)) {
            return outbox.take(maxBytes);
        }
        Upgrade probing = carriage.upgradeOver(to);
        return probing == null ? List.of() : probing.take();
    }

    @Override
    public boolean isDrained(Transport to) {
        if (carriage.isOf(to)) {
            return outbox.isEmpty();
        }
        Upgrade probing = carriage.upgradeOver(to);
        return probing == null || probing.isDrained();
    }

    @Override
    public void lost(Transport lost, CloseReason reason) {
        Upgrade probing = carriage.upgradeOver(lost);
        if (probing != null) {
            probing.abort();
        } else if (carriage.isOf(lost)) {
            close(reason);
        }
    }

    @Override
    public boolean isReadingSuspended(Transport reader) {
        return carriage.isOf(reader) && isReadingSuspended();
    }

    @Override
    public boolean isReadingSuspended() {
        return inbound.isSuspended();
    }

    @Override
    public boolean isOverrun() {
        return inbound.isOverrun();
    }

    @Override
    public boolean startUpgrade(Transport probing) {
        return carriage.begin(
                () -> closed.get() == null && engine.settings().canUpgrade(),
                () -> new Upgrade(
                        this, probing, engine.deadlines(), engine.settings().upgradeTimeout()));
    }

    /** Waits for a running switch from one transport to the other, so that the new one is not forgotten at the end. */
    @Override
    public Transport transport() {
        return carriage.settled();
    }

    @Override
    public EngineSession session() {
        return this;
    }

    // ---- as the parts of the session see it

    void completeUpgrade(Upgrade done) {
        Transport old = carriage.current();
        if (!carriage.complete(done, () -> closed.get() == null)) {
            // The session was closed while the client moved: nobody else knows the new transport any more.
            done.transport().close(closeReason().orElse(CloseReason.FORCED_CLOSE));
            return;
        }
        old.retire();
        inbound.upgraded();
        flushNow();
    }

    void abandonUpgrade(Upgrade given) {
        carriage.abandon(given);
    }

    boolean isOverdue() {
        return heartbeat.isOverdue();
    }

    /** False once messages that still arrive must not reach the listener any more. */
    boolean takesMessages() {
        CloseReason reason = closed.get();
        return (!farewell.hasBegun() || farewell.isByClient()) && (reason == null || reason.keepsWhatArrived());
    }

    /** The client says good-bye. */
    void clientLeaves() {
        farewell.beginByClient(carriage.current());
    }

    void sendPing() {
        outbox.offerControl(EnginePacket.PING);
        flushNow();
    }

    void flushNow() {
        heldBack = false;
        carriage.current().flush();
    }

    @Nullable
    FlushScope flushMark() {
        return flushMark;
    }

    void markFlush(@Nullable FlushScope scope) {
        flushMark = scope;
    }
}
