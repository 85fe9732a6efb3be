package io.tidings.protocol.websocket;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/** The arithmetic of the opening handshake, RFC 6455, 4.2. */
public final class Handshake {

    private static final String GUID = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";
    private static final int KEY_LENGTH = 24;
    private static final String KEY_PADDING = "==";

    private Handshake() {}

    /** Whether a Sec-WebSocket-Key is the base64 form of sixteen bytes. */
    public static boolean isKey(String key) {
        return key.length() == KEY_LENGTH
                && key.endsWith(KEY_PADDING)
                && key.chars().limit(KEY_LENGTH - KEY_PADDING.length()).allMatch(Handshake::isBase64);
    }

    /** The Sec-WebSocket-Accept that answers a key. */
    public static String accept(String key) {
        byte[] digest = sha1().digest((key + GUID).getBytes(StandardCharsets.ISO_8859_1));
        return Base64.getEncoder().encodeToString(digest);
    }

    private static boolean isBase64(int c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '+' || c == '/';
    }

    private static MessageDigest sha1() {
        try {
            return MessageDigest.getInstance("SHA-1");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-1", e);
        }
    }
}
