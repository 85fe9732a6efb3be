package io.tidings.boot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SelfAddressTest {

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int GREETING = 'h';

    /** The first byte of a TLS connection. */
    private static final int TLS_HANDSHAKE = 0x16;

    private final ServerSocket server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
    private final String host = server.getInetAddress().getHostAddress();

    SelfAddressTest() throws IOException {}

    @AfterEach
    void stop() throws IOException {
        server.close();
    }

    @Test
    void speaksPlainlyWhereAProxyEndsTls() throws Exception {
        CompletableFuture<Integer> heard = CompletableFuture.supplyAsync(this::hangUpOnceAndGreet);

        try (Socket socket = new SelfAddress(host, server.getLocalPort(), true).connect(PATIENCE)) {
            assertThat(socket.getInputStream().read()).isEqualTo(GREETING);
        }

        assertThat(heard).succeedsWithin(PATIENCE).isEqualTo(TLS_HANDSHAKE);
    }

    @Test
    void failsWhereNobodyListens() throws IOException {
        server.close();

        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> new SelfAddress(host, server.getLocalPort(), true).connect(PATIENCE));
    }

    /** What the one heard first who was hung up on. */
    private int hangUpOnceAndGreet() {
        int first;
        try {
            try (Socket refused = server.accept()) {
                first = refused.getInputStream().read();
            }
            try (Socket greeted = server.accept()) {
                greeted.getOutputStream().write(GREETING);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return first;
    }
}
