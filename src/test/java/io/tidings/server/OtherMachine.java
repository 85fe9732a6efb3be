package io.tidings.server;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** A network namespace, with a cable to it that can be pulled: for a process, it is another machine. */
public final class OtherMachine implements AutoCloseable {

    private static final String NAME = "tidings-" + ProcessHandle.current().pid();
    private static final String HERE = "tid" + ProcessHandle.current().pid();
    private static final String THERE = HERE + "t";
    private static final String OWN_ADDRESS = "10.213.77.1/30";
    private static final String ADDRESS = "10.213.77.2";
    private static final int PATIENCE_MILLIS = 5_000;

    public OtherMachine() {
        ip("netns", "add", NAME);
        try {
            connect();
        } catch (IllegalStateException half) {
            ip("netns", "delete", NAME);
            throw half;
        }
    }

    private void connect() {
        ip("link", "add", HERE, "type", "veth", "peer", "name", THERE, "netns", NAME);
        ip("address", "add", OWN_ADDRESS, "dev", HERE);
        ip("link", "set", HERE, "up");
        ip("-n", NAME, "address", "add", ADDRESS + "/30", "dev", THERE);
        ip("-n", NAME, "link", "set", "lo", "up");
        mend();
    }

    /** Only root may, where the kernel and the command are made for it. */
    public static boolean isPossible() {
        try (OtherMachine machine = new OtherMachine()) {
            return InetAddress.getByName(machine.address()).isReachable(PATIENCE_MILLIS);
        } catch (IllegalStateException | IOException notHere) {
            return false;
        }
    }

    public String address() {
        return ADDRESS;
    }

    /** What stands before a command that is to run there. */
    List<String> prefix() {
        return List.of("ip", "netns", "exec", NAME);
    }

    /** From now on nothing arrives, and nobody is told. */
    public void cut() {
        ip("-n", NAME, "link", "set", THERE, "down");
    }

    public void mend() {
        ip("-n", NAME, "link", "set", THERE, "up");
    }

    private static void ip(String... words) {
        try {
            Process process = new ProcessBuilder(
                            Stream.concat(Stream.of("ip"), Arrays.stream(words)).toList())
                    .redirectErrorStream(true)
                    .start();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new IllegalStateException("ip " + String.join(" ", words) + ": " + output);
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        ip("link", "delete", HERE);
        ip("netns", "delete", NAME);
    }
}
