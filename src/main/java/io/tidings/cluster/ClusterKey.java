package io.tidings.cluster;

import io.tidings.protocol.Bytes;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A secret that the nodes of a cluster share, and the proof that a message was written by somebody who knows it. */
public final class ClusterKey {

    static final int PROOF_BYTES = 32;
    /** What is shorter can be guessed. */
    public static final int SHORTEST = 16;

    private static final String ALGORITHM = "HmacSHA256";

    private final SecretKeySpec key;

    public ClusterKey(String secret) {
        if (secret.length() < SHORTEST) {
            throw new IllegalArgumentException("a cluster key has at least " + SHORTEST + " characters");
        }
        this.key = new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM);
    }

    byte[] proofOf(Bytes message) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            mac.update(message.asByteBuffer());
            return mac.doFinal();
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("Every JDK has " + ALGORITHM, missing);
        }
    }

    /** Takes the same time wherever the first difference is. */
    boolean proves(Bytes message, Bytes proof) {
        return MessageDigest.isEqual(proofOf(message), proof.toArray());
    }

    /** It is a secret. */
    @Override
    public String toString() {
        return "ClusterKey";
    }
}
