package io.tidings.transport.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidings.engine.SessionId;
import io.tidings.transport.fakes.FakeRequest;
import io.tidings.transport.fakes.FakeResponse;
import jakarta.servlet.http.Cookie;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class SessionCookieTest {

    private static final SessionId ID = new SessionId("abcdefghijklmnopqrst");

    private final FakeRequest request = FakeRequest.get("sid=" + ID.value());
    private final FakeResponse response = new FakeResponse();

    @Test
    void isOffWithoutAName() {
        SessionCookie cookie = new SessionCookie(attributes("", false));

        cookie.add(response.http(), ID, false);

        assertThat(cookie.isOn()).isFalse();
        assertThat(response.cookies()).isEmpty();
        assertThat(cookie.isShownBy(request.http(), ID)).isTrue();
    }

    @Test
    @DisplayName("S-09 carries the attributes that protect it")
    void carriesTheAttributesThatProtectIt() {
        Cookie plain = issued(attributes("io", false), false);
        assertThat(plain.getName()).isEqualTo("io");
        assertThat(plain.getPath()).isEqualTo("/");
        assertThat(plain.isHttpOnly()).isTrue();
        assertThat(plain.getAttribute("SameSite")).isEqualTo("Lax");
        assertThat(plain.getSecure()).isFalse();
        assertThat(plain.getDomain()).isNull();
        assertThat(plain.getMaxAge()).isEqualTo(-1);

        assertThat(issued(attributes("io", false), true).getSecure()).isTrue();
    }

    @Test
    @DisplayName("S-05 does not tell the id of the session")
    void doesNotTellTheIdOfTheSession() {
        assertThat(issued(attributes("io", false), false).getValue()).doesNotContain(ID.value());
    }

    @Test
    void isAskedForOnlyWhereItIsRequired() {
        assertThat(new SessionCookie(attributes("io", false)).isShownBy(request.http(), ID))
                .isTrue();
        assertThat(new SessionCookie(attributes("io", true)).isShownBy(request.http(), ID))
                .isFalse();
    }

    @Test
    @DisplayName("S-04 opens its own session only")
    void opensItsOwnSessionOnly() {
        SessionCookie cookie = new SessionCookie(attributes("io", true));
        cookie.add(response.http(), ID, false);
        String value = response.cookies().get(0).getValue();
        request.cookie("other", "x").cookie("io", value);

        assertThat(cookie.isShownBy(request.http(), ID)).isTrue();
        assertThat(cookie.isShownBy(request.http(), new SessionId("bbcdefghijklmnopqrst")))
                .isFalse();
        assertThat(new SessionCookie(attributes("io", true)).isShownBy(request.http(), ID))
                .isFalse();
    }

    @Test
    void isNotFoundUnderAnotherName() {
        SessionCookie cookie = new SessionCookie(attributes("io", true));
        cookie.add(response.http(), ID, false);
        request.cookie("oi", response.cookies().get(0).getValue());

        assertThat(cookie.isShownBy(request.http(), ID)).isFalse();
    }

    private Cookie issued(SessionCookie.Attributes attributes, boolean overTls) {
        FakeResponse fresh = new FakeResponse();
        new SessionCookie(attributes).add(fresh.http(), ID, overTls);
        return fresh.cookies().get(0);
    }

    private static SessionCookie.Attributes attributes(String name, boolean required) {
        return new SessionCookie.Attributes(name, "/", "", "Lax", true, false, -1, required);
    }
}
