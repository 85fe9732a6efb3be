package io.tidings.schedule;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * All due actions of a node on one hashed wheel, driven by one tick from outside.
 *
 * <p>The wheel has a clock of its own, which a late tick does not move by the whole delay: when the process stood still
 * (garbage collection, a suspended machine, a starved timer thread), nobody on the network could do anything about it, so
 * the time is not counted against anybody.
 */
public final class Deadlines {

    private static final Logger LOG = System.getLogger(Deadlines.class.getName());
    private static final int SLOTS = 512;
    private static final long NEVER = Long.MAX_VALUE / 2;

    private final LongSupplier nanoTime;
    private final long tickNanos;
    private final TickRhythm rhythm;
    private final Deadline[] slots = new Deadline[SLOTS];
    private volatile Moment latest;
    private int pending;

    /** The wheel's clock at a tick; replaced as a whole, so that it can be read without the lock. */
    private record Moment(long now, long tickAt, long allowance) {}

    public Deadlines(LongSupplier nanoTime, Duration tick) {
        this.nanoTime = nanoTime;
        this.tickNanos = tick.toNanos();
        this.rhythm = new TickRhythm(tickNanos);
        this.latest = new Moment(0, nanoTime.getAsLong(), rhythm.allowance());
        for (int i = 0; i < SLOTS; i++) {
            slots[i] = ring();
        }
    }

    private Deadline ring() {
        Deadline head = new Deadline(this, Long.MAX_VALUE, () -> {});
        head.previous = head;
        head.next = head;
        return head;
    }

    /** The wheel's own time in nanoseconds, between two ticks too. Without a lock: every request asks. */
    public long now() {
        Moment tick = latest;
        long sinceTick = nanoTime.getAsLong() - tick.tickAt;
        return tick.now + Math.min(Math.max(sinceTick, 0), tick.allowance);
    }

    public Duration tickLength() {
        return Duration.ofNanos(tickNanos);
    }

    /** The shortest distance of the latest ticks: what the timer can really do. */
    public synchronized Duration observedTick() {
        return Duration.ofNanos(rhythm.shortest());
    }

    public Deadline after(Duration delay, Runnable action) {
        return at(now() + delay.toNanos(), action);
    }

    /** Runs the action on the first tick at or after the given time of this wheel. */
    public synchronized Deadline at(long due, Runnable action) {
        Deadline deadline = new Deadline(this, due, action);
        Deadline head = slots[slotOf(Math.max(due, latest.now + 1))];
        Deadline last = head.previous;
        deadline.previous = last;
        deadline.next = head;
        link(last).next = deadline;
        head.previous = deadline;
        pending++;
        return deadline;
    }

    public synchronized int pending() {
        return pending;
    }

    /** Advances the wheel and runs what has become due; called by one timer, never twice at once. */
    public void tick() {
        for (Deadline due : collectDue()) {
            runSafely(due);
        }
    }

    private void runSafely(Deadline due) {
        try {
            run(due);
        } catch (Throwable e) {
            // One broken action must not stop the heartbeats of everybody else.
            LOG.log(Level.ERROR, "A due action failed", e);
        }
    }

    private void run(Deadline due) {
        Runnable action;
        synchronized (this) {
            action = due.action;
            due.action = null;
        }
        // Another action of the same tick may have cancelled it.
        if (action != null) {
            action.run();
        }
    }

    /** Ends all waiting: every action that is still pending runs now. For the end of the application. */
    public void expireAll() {
        for (Deadline pending : collectAll()) {
            runSafely(pending);
        }
    }

    /** True once all waiting has ended: nothing that is put off now will ever run. */
    public boolean isOver() {
        return latest.now >= NEVER;
    }

    private synchronized List<Deadline> collectAll() {
        latest = new Moment(NEVER, latest.tickAt, rhythm.allowance());
        List<Deadline> all = new ArrayList<>();
        for (Deadline head : slots) {
            collectSlot(head, NEVER, all);
        }
        return all;
    }

    private synchronized List<Deadline> collectDue() {
        long at = nanoTime.getAsLong();
        long now = latest.now + rhythm.charge(at - latest.tickAt);
        long firstTick = latest.now / tickNanos;
        latest = new Moment(now, at, rhythm.allowance());
        long lastTick = Math.min(now / tickNanos, firstTick + SLOTS - 1);
        List<Deadline> due = new ArrayList<>();
        for (long tick = firstTick; tick <= lastTick; tick++) {
            collectSlot(slots[(int) (tick % SLOTS)], now, due);
        }
        return due;
    }

    private void collectSlot(Deadline head, long now, List<Deadline> due) {
        Deadline candidate = link(head.next);
        while (candidate != head) {
            Deadline following = link(candidate.next);
            if (candidate.due <= now) {
                unlink(candidate);
                due.add(candidate);
            }
            candidate = following;
        }
    }

    synchronized void cancel(Deadline deadline) {
        deadline.action = null;
        if (deadline.next != null) {
            unlink(deadline);
        }
    }

    private void unlink(Deadline deadline) {
        Deadline before = link(deadline.previous);
        Deadline behind = link(deadline.next);
        before.next = behind;
        behind.previous = before;
        deadline.previous = null;
        deadline.next = null;
        pending--;
    }

    private int slotOf(long due) {
        return (int) (due / tickNanos % SLOTS);
    }

    /** Neighbours in a ring always exist; this says so to the null checker. */
    private static Deadline link(@Nullable Deadline neighbour) {
        if (neighbour == null) {
            throw new IllegalStateException("a deadline outside its ring");
        }
        return neighbour;
    }
}
