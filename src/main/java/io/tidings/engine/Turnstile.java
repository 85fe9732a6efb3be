package io.tidings.engine;

import io.tidings.schedule.Deadlines;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;

/**
 * Counts sessions and handshakes of each client address and says whether one more may enter. All engines of an application
 * share it.
 */
public final class Turnstile {

    /**
     * The most that is let in; 0 for no limit.
     *
     * @param handshakesPerAddress in a second; switch it off behind a proxy that does not pass the client's address on
     * @param sessionsPerAddress open at the same time; likewise
     * @param sessions open at the same time on this node
     */
    public record Limits(int handshakesPerAddress, int sessionsPerAddress, int sessions) {}

    private static final Duration WINDOW = Duration.ofSeconds(1);
    private static final int NETWORK_PREFIX_BYTES = 8;

    private final Limits limits;
    private final Deadlines deadlines;

    // Guarded by this. Holds addresses with an open session, and those seen since the last sweep.
    private final Map<String, Visits> visits = new HashMap<>();
    private int open;
    private boolean sweeping;

    public Turnstile(Limits limits, Deadlines deadlines) {
        this.limits = limits;
        this.deadlines = deadlines;
    }

    /** Counts a handshake; false if its address or the node has had enough. */
    public synchronized boolean admits(String address) {
        if (limits.sessions > 0 && open >= limits.sessions) {
            return false;
        }
        Visits those = visits.computeIfAbsent(networkOf(address), any -> new Visits());
        those.handshakes++;
        startSweeping();
        return isWithin(those.handshakes, limits.handshakesPerAddress)
                && isWithin(those.sessions + 1, limits.sessionsPerAddress);
    }

    synchronized void entered(String address) {
        open++;
        visits.computeIfAbsent(networkOf(address), any -> new Visits()).sessions++;
        startSweeping();
    }

    synchronized void left(String address) {
        open--;
        Visits those = visits.get(networkOf(address));
        if (those != null) {
            those.sessions--;
        }
        startSweeping();
    }

    public synchronized int openSessions() {
        return open;
    }

    synchronized int knownAddresses() {
        return visits.size();
    }

    private static boolean isWithin(int count, int limit) {
        return limit <= 0 || count <= limit;
    }

    private void startSweeping() {
        if (!sweeping) {
            sweeping = true;
            deadlines.after(WINDOW, this::sweep);
        }
    }

    private synchronized void sweep() {
        visits.values().removeIf(those -> {
            those.handshakes = 0;
            return those.sessions <= 0;
        });
        sweeping = false;
    }

    /** One household or company has 2^64 addresses of version 6: what counts is its network. */
    private static String networkOf(String address) {
        if (address.indexOf(':') < 0) {
            return address;
        }
        try {
            byte[] bytes = InetAddress.getByName(address).getAddress();
            return bytes.length == 2 * NETWORK_PREFIX_BYTES
                    ? HexFormat.of().formatHex(Arrays.copyOf(bytes, NETWORK_PREFIX_BYTES))
                    : address;
        } catch (UnknownHostException notLiteral) {
            return address;
        }
    }

    private static final class Visits {
        private int handshakes;
        private int sessions;
    }
}
