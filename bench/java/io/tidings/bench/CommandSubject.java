package io.tidings.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * A server that a command starts; the command gets the port to listen on as its last word.
 *
 * @param command says the command when the server is to start, and installs what it needs
 */
record CommandSubject(String label, Supplier<List<String>> command) implements Subject {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final long LOOK_MILLIS = 50;

    @Override
    public Running start() {
        int port = freePort();
        List<String> words = new ArrayList<>(List.of(Cores.server()));
        words.addAll(command.get());
        words.add(Integer.toString(port));
        Started started = new Started(Children.serve(words), port);
        started.awaitAnswer(label);
        return started;
    }

    private static int freePort() {
        try (ServerSocket probe = new ServerSocket(0)) {
            return probe.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private record Started(Process process, int port) implements Running {

        void awaitAnswer(String label) {
            long limit = System.nanoTime() + PATIENCE.toNanos();
            while (!answers()) {
                if (endsWithin(LOOK_MILLIS)) {
                    throw new IllegalStateException(label + " has ended with status " + process.exitValue());
                }
                if (System.nanoTime() > limit) {
                    close();
                    throw new IllegalStateException(label + " does not listen on port " + port);
                }
            }
        }

        private boolean answers() {
            try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
                return socket.isConnected();
            } catch (IOException notYet) {
                return false;
            }
        }

        private boolean endsWithin(long millis) {
            try {
                return process.waitFor(millis, TimeUnit.MILLISECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                close();
                throw new IllegalStateException("interrupted", e);
            }
        }

        @Override
        public long pid() {
            return process.pid();
        }

        @Override
        public void close() {
            Children.stop(process);
        }
    }
}
