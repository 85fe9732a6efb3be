package io.tidings.boot;

import io.tidings.api.spi.HandshakeCheck;
import io.tidings.engine.EngineListener;
import io.tidings.engine.EngineSession;
import io.tidings.protocol.engineio.EnginePacket;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;

/**
 * Opens a WebSocket to this very application over the Servlet upgrade and has a message echoed, to learn whether the
 * container carries it. The engine that answers lives at a path of its own and lets nobody else in.
 */
final class SelfTest {

    static final String PATH = "/tidings-self-test";

    /** A server that has just booted may be slow: whatever is found counts as long as the application lives. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private static final String MESSAGE = "4are you there?";
    private static final String PING = "2";
    private static final int MASK_BIT = 0x80;

    private final String token;

    SelfTest() {
        byte[] random = new byte[18];
        new SecureRandom().nextBytes(random);
        this.token = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
    }

    /** Lets in who knows the token, which is this object alone. */
    HandshakeCheck check() {
        return handshake ->
                handshake.queryParameter("token").filter(token::equals).isPresent()
                        ? HandshakeCheck.Verdict.accepted()
                        : HandshakeCheck.Verdict.refused("Forbidden");
    }

    static EngineListener echo() {
        return new EngineListener() {
            @Override
            public void message(EngineSession session, EnginePacket message) {
                session.send(message);
            }

            @Override
            public boolean isNonBlocking() {
                return true;
            }
        };
    }

    /** Fails with a reason unless the echo comes back. */
    void run(SelfAddress address, String contextPath) throws IOException {
        try (Socket socket = address.connect(PATIENCE)) {
            OutputStream out = socket.getOutputStream();
            DataInputStream in = new DataInputStream(socket.getInputStream());
            out.write(request(address, contextPath).getBytes(StandardCharsets.US_ASCII));
            out.flush();
            expectSwitch(in);
            String greeting = readText(in);
            if (!greeting.startsWith("0{")) {
                throw new IOException("no open packet came over the new connection");
            }
            out.write(maskedText(MESSAGE));
            out.flush();
            String echo = readText(in);
            while (echo.equals(PING)) {
                // It has taken that long.
                echo = readText(in);
            }
            if (!MESSAGE.equals(echo)) {
                throw new IOException("the echo differs");
            }
        }
    }

    private String request(SelfAddress address, String contextPath) {
        byte[] key = new byte[16];
        new SecureRandom().nextBytes(key);
        return "GET " + contextPath + PATH + "?EIO=4&transport=websocket&token=" + token + " HTTP/1.1\r\nHost: "
                + address.hostHeader() + "\r\nOrigin: http://" + address.hostHeader()
                + "\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13"
                + "\r\nSec-WebSocket-Key: " + Base64.getEncoder().encodeToString(key) + "\r\n\r\n";
    }

    private static void expectSwitch(DataInputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0 && head.length() < 8_192) {
            head.append((char) in.readUnsignedByte());
        }
        if (!head.toString().startsWith("HTTP/1.1 101 ")) {
            throw new IOException("the handshake was answered with " + head.substring(0, head.indexOf("\r\n")));
        }
    }

    private static String readText(DataInputStream in) throws IOException {
        if (in.readUnsignedByte() != 0x81) {
            throw new IOException("no text frame came");
        }
        int length = in.readUnsignedByte();
        byte[] payload = new byte[length == 126 ? in.readUnsignedShort() : length];
        in.readFully(payload);
        return new String(payload, StandardCharsets.UTF_8);
    }

    /** A client's frame; a mask of zeros is as good as any towards oneself. */
    private static byte[] maskedText(String text) {
        byte[] payload = text.getBytes(StandardCharsets.UTF_8);
        byte[] frame = new byte[6 + payload.length];
        frame[0] = (byte) 0x81;
        frame[1] = (byte) (MASK_BIT | payload.length);
        System.arraycopy(payload, 0, frame, 6, payload.length);
        return frame;
    }
}
