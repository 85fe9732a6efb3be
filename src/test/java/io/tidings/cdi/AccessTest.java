package io.tidings.cdi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidings.api.RefusedException;
import io.tidings.api.handler.OnConnect;
import io.tidings.api.handler.OnEvent;
import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import org.junit.jupiter.api.Test;

class AccessTest {

    private static final Visitor NOBODY = Visitor.ANYBODY;
    private static final Visitor ADMIN = NOBODY.as(() -> "anna", "admin");
    private static final Visitor GUEST = NOBODY.as(() -> "ben", "guest");

    @RolesAllowed({"admin", "operator"})
    static class Console {
        @OnEvent("a")
        void asTheClassSays() {}

        @PermitAll
        @OnEvent("b")
        void forEverybody() {}

        @DenyAll
        @OnEvent("c")
        void forNobody() {}

        @RolesAllowed("guest")
        @OnEvent("d")
        void forGuests() {}

        @RolesAllowed("**")
        @OnEvent("e")
        void forWhoeverIsLoggedIn() {}
    }

    static class Board extends Console {}

    @Test
    void theClassSaysItForItsMethods() {
        assertMayCall(ADMIN, "asTheClassSays");
        assertMayNotCall(GUEST, "asTheClassSays");
        assertMayNotCall(NOBODY, "asTheClassSays");
    }

    @Test
    void aMethodKnowsBetterThanItsClass() {
        assertMayCall(NOBODY, "forEverybody");
        assertMayNotCall(ADMIN, "forNobody");
        assertMayCall(GUEST, "forGuests");
        assertMayNotCall(ADMIN, "forGuests");
        assertMayCall(GUEST, "forWhoeverIsLoggedIn");
        assertMayNotCall(NOBODY, "forWhoeverIsLoggedIn");
    }

    @Test
    void inheritedMethodsStayAsRestrictedAsTheyWere() {
        assertThatThrownBy(() -> Calls.call(new Board(), "asTheClassSays", GUEST.sends("a")))
                .isInstanceOf(RefusedException.class);
    }

    private static void assertMayCall(Visitor visitor, String method) {
        assertThatNoException().isThrownBy(() -> Calls.call(new Console(), method, visitor.sends("e")));
    }

    private static void assertMayNotCall(Visitor visitor, String method) {
        assertThatThrownBy(() -> Calls.call(new Console(), method, visitor.sends("e")))
                .isInstanceOf(RefusedException.class)
                .hasMessage("Forbidden");
    }

    @Test
    void theDoorIsForWhomTheClassIsFor() {
        assertThat(isLetIn(ADMIN, Console.class)).isTrue();
        assertThat(isLetIn(GUEST, Console.class)).isFalse();
    }

    @RolesAllowed("admin")
    static class Welcoming {
        @PermitAll
        @OnConnect
        void greet() {}
    }

    static class Picky {
        @RolesAllowed("guest")
        @OnConnect
        void greet() {}

        @RolesAllowed("admin")
        @OnEvent("delete")
        void delete() {}
    }

    @Test
    void whoGreetsSaysWhomTheDoorIsFor() {
        assertThat(HandlerBean.of(Welcoming.class).door()).isEmpty();
        assertThat(isLetIn(GUEST, Picky.class)).isTrue();
        assertThat(isLetIn(ADMIN, Picky.class)).isFalse();
    }

    @DenyAll
    static class Cautious {
        @PermitAll
        @OnEvent("news")
        void news() {}
    }

    @Test
    void denyingByDefaultClosesNoDoor() {
        assertThat(HandlerBean.of(Cautious.class).door()).isEmpty();
    }

    private static boolean isLetIn(Visitor visitor, Class<?> bean) {
        return new Door(HandlerBean.of(bean).door()).admit(visitor.socket()).isAccepted();
    }
}
