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
        return isOpen() && outbox.isEmpty() && carriage.current().isWritable();
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
        Upgrade unfinished = carriage.settledUpgrade();
        if (unfinished != null) {
            unfinished.abort();
        }
        transport().close(reason);
        inbound.closed(reason);
    }

    // ---- as its transports see it

    @Override
    public void received(Transport from, List<EnginePacket> packets) {
        if (closed.get() != null || farewell.isByClient()) {
            return;
        }
        Upgrade probing = carriage.upgrade();
        if (probing != null && from == probing.transport()) {
            int used = probing.received(packets);
            if (used < packets.size()) {
                intake.accept(packets.subList(used, packets.size()));
            }
        } else if (carriage.isOf(from)) {
            intake.accept(packets);
        }
    }

    @Override
    public List<EnginePacket> take(Transport to, int maxBytes) {
        if (carriage.isOf(to)) {
            return outbox.take(maxBytes);
        }
        Upgrade probing = carriage.upgrade();
        return probing != null && to == probing.transport() ? probing.take() : List.of();
    }

    @Override
    public boolean isDrained(Transport to) {
        if (carriage.isOf(to)) {
            return outbox.isEmpty();
        }
        Upgrade probing = carriage.upgrade();
        return probing == null || to != probing.transport() || probing.isDrained();
    }

    @Override
    public void lost(Transport lost, CloseReason reason) {
        Upgrade probing = carriage.upgrade();
        if (carriage.isOf(lost)) {
            close(reason);
        } else if (probing != null && lost == probing.transport()) {
            probing.abort();
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
