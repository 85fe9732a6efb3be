package io.tidings.transport.http;

import io.tidings.engine.SessionId;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * A cookie for each session: for load balancers that keep a client on its node by it, and, where that is switched on, as a
 * second secret without which the session's id is worth nothing. Its value is derived from the id and does not tell it.
 */
public final class SessionCookie {

    /**
     * The attributes of the cookie.
     *
     * @param name empty for no cookie
     * @param sameSite empty to leave the attribute out
     * @param maxAgeSeconds negative for a cookie that ends with the browser
     * @param isRequired refuse requests to a session without its cookie
     */
    public record Attributes(
            String name,
            String path,
            String domain,
            String sameSite,
            boolean httpOnly,
            boolean secure,
            int maxAgeSeconds,
            boolean isRequired) {}

    private static final String ALGORITHM = "HmacSHA256";
    private static final int KEY_BYTES = 32;

    private final Attributes attributes;
    private final SecretKeySpec key;

    public SessionCookie(Attributes attributes) {
        this.attributes = attributes;
        byte[] random = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(random);
        this.key = new SecretKeySpec(random, ALGORITHM);
    }

    public boolean isOn() {
        return !attributes.name.isEmpty();
    }

    public void add(HttpServletResponse response, SessionId id, boolean overTls) {
        if (!isOn()) {
            return;
        }
        Cookie cookie = new Cookie(attributes.name, valueFor(id));
        cookie.setPath(attributes.path);
        cookie.setHttpOnly(attributes.httpOnly);
        cookie.setSecure(attributes.secure || overTls);
        cookie.setMaxAge(attributes.maxAgeSeconds);
        if (!attributes.domain.isEmpty()) {
            cookie.setDomain(attributes.domain);
        }
        if (!attributes.sameSite.isEmpty()) {
            cookie.setAttribute("SameSite", attributes.sameSite);
        }
        response.addCookie(cookie);
    }

    /** False where a session needs its cookie and the request has not got it. */
    public boolean isShownBy(HttpServletRequest request, SessionId id) {
        if (!isOn() || !attributes.isRequired) {
            return true;
        }
        byte[] expected = valueFor(id).getBytes(StandardCharsets.UTF_8);
        Cookie[] cookies = request.getCookies();
        boolean shown = false;
        for (Cookie cookie : cookies == null ? new Cookie[0] : cookies) {
            shown |= cookie.getName().equals(attributes.name)
                    && MessageDigest.isEqual(expected, cookie.getValue().getBytes(StandardCharsets.UTF_8));
        }
        return shown;
    }

    private String valueFor(SessionId id) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            byte[] digest = mac.doFinal(id.value().getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("every Java runtime has " + ALGORITHM, missing);
        }
    }
}
