package io.tidings.cluster;

import io.tidings.api.Answers;
import io.tidings.cluster.ClusterMessage.Answer;
import io.tidings.protocol.Bytes;
import io.tidings.socketio.Parts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * What this node says to a request of another one. It waits in the queue to the bus at most once, and says what has come together when its
 * turn comes: a slow bus makes large pieces, not many.
 */
final class AnswerStream<T> implements Parts<T>, ClusterBus.Outgoing {

    /** After so many bytes a piece is full. */
    static final int PIECE_BYTES = 256 << 10;

    private final String self;
    private final long request;
    private final PartCodec<T> codec;
    private final Runnable queue;
    private final Function<Answer, Bytes> frames;

    // Guarded by this.
    private List<Bytes> parts = new ArrayList<>();
    private List<Answers.Missing> missing = new ArrayList<>();
    private long bytes;
    private int pieces;
    private boolean isOverfull;
    private boolean isQueued;
    private boolean hasEnded;

    /**
     * @param self the id of this node
     * @param sender puts the stream into the queue to the bus
     * @param frames makes a message of a piece
     */
    AnswerStream(
            String self,
            long request,
            PartCodec<T> codec,
            Consumer<ClusterBus.Outgoing> sender,
            Function<Answer, Bytes> frames) {
        this.self = self;
        this.request = request;
        this.codec = codec;
        this.queue = () -> sender.accept(this);
        this.frames = frames;
    }

    @Override
    public void arrived(T part) {
        Bytes encoded = codec.encode(part);
        boolean isFirst;
        synchronized (this) {
            if (!fits(encoded)) {
                return;
            }
            parts.add(encoded);
            isFirst = !isQueued;
            isQueued = true;
        }
        if (isFirst) {
            queue.run();
        }
    }

    /** The one who has asked takes no more than that either. */
    private boolean fits(Bytes part) {
        bytes += part.length();
        if (bytes > Request.MOST_BYTES && !isOverfull) {
            isOverfull = true;
            missing.add(new Answers.Missing(self, Answers.Reason.FAILED));
        }
        return !isOverfull;
    }

    @Override
    public void missing(Answers.Missing who) {
        synchronized (this) {
            // Says nothing before others have something to say, or the end has come.
            missing.add(who);
        }
    }

    @Override
    public void end() {
        boolean isFirst;
        synchronized (this) {
            hasEnded = true;
            isFirst = !isQueued;
            isQueued = true;
        }
        if (isFirst) {
            queue.run();
        }
    }

    /** What it holds grows and shrinks while it waits, and has a limit of its own. */
    @Override
    public int size() {
        return 0;
    }

    @Override
    public Optional<Bytes> encode() {
        Answer piece;
        boolean isLeft;
        synchronized (this) {
            piece = nextPiece();
            isLeft = !parts.isEmpty();
            isQueued = isLeft;
        }
        if (isLeft) {
            queue.run();
        }
        return Optional.of(frames.apply(piece));
    }

    private Answer nextPiece() {
        int count = 0;
        long size = 0;
        while (count < parts.size() && (count == 0 || size + parts.get(count).length() <= PIECE_BYTES)) {
            size += parts.get(count).length();
            count++;
        }
        List<Bytes> piece = parts.subList(0, count);
        List<Answers.Missing> absent = missing;
        parts = new ArrayList<>(parts.subList(count, parts.size()));
        missing = new ArrayList<>();
        return new Answer(request, pieces++, hasEnded && parts.isEmpty(), piece, absent);
    }
}
