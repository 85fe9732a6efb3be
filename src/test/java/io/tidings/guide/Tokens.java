package io.tidings.guide;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Reads JSON Web Tokens that are signed with HS256 and our key, and no others. */
@ApplicationScoped
public class Tokens {

    @Inject
    @ConfigProperty(name = "shop.token-key")
    private String key;

    /** The claims of a token; empty if it is not ours or has expired. */
    public Optional<JsonObject> claims(String token) {
        int end = token.lastIndexOf('.');
        if (end < 0 || !isSignature(token.substring(end + 1), token.substring(0, end))) {
            return Optional.empty();
        }
        // From here on it is what we have signed ourselves, so it is well formed.
        String encoded = token.substring(token.indexOf('.') + 1, end);
        String text = new String(Base64.getUrlDecoder().decode(encoded), UTF_8);
        JsonObject claims = Json.createReader(new StringReader(text)).readObject();
        return Instant.now().isBefore(expiry(claims)) ? Optional.of(claims) : Optional.empty();
    }

    static Instant expiry(JsonObject claims) {
        return Instant.ofEpochSecond(claims.getJsonNumber("exp").longValue());
    }

    /** A token names an algorithm in its header; we use ours, whatever stands there. */
    private boolean isSignature(String given, String signed) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key.getBytes(UTF_8), "HmacSHA256"));
            byte[] right = Base64.getUrlEncoder().withoutPadding().encode(mac.doFinal(signed.getBytes(UTF_8)));
            return MessageDigest.isEqual(right, given.getBytes(UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
