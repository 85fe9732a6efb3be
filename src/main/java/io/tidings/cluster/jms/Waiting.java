package io.tidings.cluster.jms;

import io.tidings.cluster.ClusterBus.Outgoing;
import jakarta.jms.Destination;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
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

    /**
     * The next one, and those behind it that go to the same place, up to so many bytes; none when nothing has come for so
     * long, or nothing will.
     */
    synchronized List<Message> next(long millis, int mostTogether) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
        long left = millis;
        while (messages.isEmpty() && !hasEnded && left > 0) {
            wait(left);
            left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
        }
        List<Message> together = new ArrayList<>();
        long size = 0;
        for (Message next = messages.peek(); next != null; next = messages.peek()) {
            size += next.content().size();
            if (!together.isEmpty()
                    && (size > mostTogether
                            || !Objects.equals(next.to(), together.get(0).to()))) {
                break;
            }
            together.add(removeFirst());
        }
        return together;
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
