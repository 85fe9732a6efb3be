package io.tidings.cluster.jms;

import io.tidings.cluster.ClusterBus.Outgoing;
import jakarta.jms.Destination;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** What waits for the broker: bounded in number and bytes. The oldest goes first, because what is new matters more. */
final class Waiting {

    /** @param to null for all */
    record Message(Outgoing content, @Nullable Destination to) {}

    private final int mostMessages;
    private final long mostBytes;

    // Guarded by this.
    private final Deque<Message> messages = new ArrayDeque<>();
    private long bytes;
    private boolean hasEnded;

    Waiting(JmsSettings settings) {
        this.mostMessages = settings.waitingMessages();
        this.mostBytes = settings.waitingBytes();
    }

    /** Adds a message; gives how many had to go for it. */
    synchronized int add(Message message) {
        if (hasEnded) {
            return 1;
        }
        messages.add(message);
        bytes += message.content().size();
        int gone = 0;
        while (messages.size() > mostMessages || (bytes > mostBytes && messages.size() > 1)) {
            removeFirst();
            gone++;
        }
        notifyAll();
        return gone;
    }

    private Message removeFirst() {
        Message first = messages.remove();
        bytes -= first.content().size();
        return first;
    }

    /** The next one, or null when nothing has come for so long, or nothing will. */
    synchronized @Nullable Message next(long millis) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
        long left = millis;
        while (messages.isEmpty() && !hasEnded && left > 0) {
            wait(left);
            left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
        }
        return messages.isEmpty() ? null : removeFirst();
    }

    /** Drops everything; gives how many that were. */
    synchronized int clear() {
        int count = messages.size();
        messages.clear();
        bytes = 0;
        return count;
    }

    /** Nothing is added any more; what is there can still be taken. */
    synchronized void end() {
        hasEnded = true;
        notifyAll();
    }

    synchronized boolean hasEnded() {
        return hasEnded;
    }

    synchronized boolean isEmpty() {
        return messages.isEmpty();
    }
}
