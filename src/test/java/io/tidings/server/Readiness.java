package io.tidings.server;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Waits for what a server is expected to do. */
final class Readiness {

    private static final Duration LIMIT = Duration.ofMinutes(4);
    private static final Duration STEP = Duration.ofMillis(100);

    private final ServerProcess process;

    Readiness(ServerProcess process) {
        this.process = process;
    }

    /** Returns when the condition holds; a server that ends or never gets there is stopped and reported. */
    void await(String what, BooleanSupplier condition) {
        long deadline = System.nanoTime() + LIMIT.toNanos();
        while (!condition.getAsBoolean()) {
            if (!process.isAlive()) {
                throw failed("The server ended before " + what + ".");
            }
            if (System.nanoTime() - deadline > 0) {
                throw failed("No " + what + " within " + LIMIT.toSeconds() + " s.");
            }
            pause();
        }
    }

    /** Stops the server and returns what to throw. */
    StartFailed failed(String what) {
        process.stop();
        return new StartFailed(what, process);
    }

    /** Whether the WAR answers at its root with anything but "not found" or a server fault. */
    static boolean answers(URI root) {
        try {
            HttpURLConnection connection = (HttpURLConnection) root.toURL().openConnection();
            connection.setConnectTimeout(2_000);
            connection.setReadTimeout(5_000);
            int status = connection.getResponseCode();
            connection.disconnect();
            return status != HttpURLConnection.HTTP_NOT_FOUND && status < HttpURLConnection.HTTP_INTERNAL_ERROR;
        } catch (IOException notYet) {
            return false;
        }
    }

    private static void pause() {
        try {
            Thread.sleep(STEP.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
