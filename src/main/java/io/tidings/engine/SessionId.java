package io.tidings.engine;

import java.security.SecureRandom;
import java.util.Base64;

/** The secret by which a client proves that a session is its own: 120 random bits, never shown to anybody else. */
public record SessionId(String value) {

    private static final int RANDOM_BYTES = 15;

    static SessionId random(SecureRandom random) {
        byte[] bytes = new byte[RANDOM_BYTES];
        random.nextBytes(bytes);
        return new SessionId(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    /** Does not show the secret: this text ends in logs. */
    @Override
    public String toString() {
        return "SessionId[secret]";
    }
}
