package io.tidings.transport.endpoint;

import io.tidings.schedule.Deadline;
import io.tidings.schedule.Deadlines;
import io.tidings.transport.http.ConnectionEnd;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Carries what was checked on the HTTP request over to the endpoint that the container opens for it. A ticket is random,
 * valid once and for seconds, so that the endpoint's own path opens nothing for anybody else.
 */
final class Tickets {

    private static final Duration VALIDITY = Duration.ofSeconds(10);
    private static final int RANDOM_BYTES = 18;

    private final Deadlines deadlines;
    private final SecureRandom random = new SecureRandom();
    private final Map<String, Entry> entries = new ConcurrentHashMap<>();
    // The thread that brings a checked request to the container; empty again when the container has decided.
    private final ThreadLocal<String> presented = new ThreadLocal<>();

    Tickets(Deadlines deadlines) {
        this.deadlines = deadlines;
    }

    String issue(Admitted admitted) {
        byte[] bytes = new byte[RANDOM_BYTES];
        random.nextBytes(bytes);
        String ticket = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        entries.put(ticket, new Entry(admitted, deadlines.after(VALIDITY, () -> entries.remove(ticket))));
        return ticket;
    }

    /** The handshake that this thread begins now has that ticket. */
    void present(String ticket) {
        presented.set(ticket);
    }

    /** This thread's handshake has been decided. */
    void putAway() {
        presented.remove();
    }

    /** False for a handshake that has not come through the door. */
    boolean isPresented() {
        return presented.get() != null;
    }

    /** What the ticket stands for, once. */
    @Nullable
    Admitted redeem(@Nullable String ticket) {
        Entry entry = ticket == null ? null : entries.remove(ticket);
        if (entry == null) {
            return null;
        }
        entry.expiry.cancel();
        return entry.admitted;
    }

    /** For a connection that came without a ticket. */
    ConnectionEnd newEnd() {
        return new ConnectionEnd(deadlines);
    }

    int outstanding() {
        return entries.size();
    }

    private record Entry(Admitted admitted, Deadline expiry) {}
}
