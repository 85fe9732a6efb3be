package io.tidings.cdi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidings.api.Ack;
import io.tidings.api.Argument;
import io.tidings.api.ArgumentException;
import io.tidings.api.Arguments;
import io.tidings.api.DisconnectReason;
import io.tidings.api.Handshake;
import io.tidings.api.IncomingEvent;
import io.tidings.api.RefusedException;
import io.tidings.api.Socket;
import io.tidings.api.handler.Auth;
import io.tidings.api.handler.OnAny;
import io.tidings.api.handler.OnConnect;
import io.tidings.api.handler.OnDisconnect;
import io.tidings.api.handler.OnEvent;
import io.tidings.api.handler.Query;
import java.io.IOException;
import java.security.Principal;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class HandlerCallsTest {

    private static final Visitor ANYBODY = Visitor.ANYBODY;

    record User(String name) implements Principal {
        @Override
        public String getName() {
            return name;
        }
    }

    static class Chat extends Base {

        private final CompletionStage<String> later = new CompletableFuture<>();
        private String heard = "";

        @OnEvent("echo")
        String echo(String text) {
            return text;
        }

        @OnEvent("sum")
        long sum(int a, Integer b) {
            return (long) a + b;
        }

        @OnEvent("nothing")
        void nothing() {}

        @OnEvent("later")
        CompletionStage<String> later() {
            return later;
        }

        @OnEvent("lenient")
        String lenient(Optional<String> first, @Nullable String second, Argument third) {
            return first.orElse("none") + " " + second + " " + third.json();
        }

        @OnEvent("fail")
        void fail() throws IOException {
            throw new IOException("disk full");
        }

        @OnEvent("mixed")
        void mixed(
                Socket socket, String a, Handshake handshake, Ack ack, String b, Arguments all, IncomingEvent event) {
            heard = List.of(socket, a, handshake.http().remoteAddress(), ack.isRequested(), b, all.size(), event.name())
                    .toString();
        }

        @OnAny
        void any(IncomingEvent event) {
            heard = event.name();
        }
    }

    static class Base {
        @OnEvent("inherited")
        protected String inherited() {
            return "from " + getClass().getSimpleName();
        }

        @OnEvent("overridden")
        String overridden() {
            return "not called";
        }
    }

    static class Doorman {
        @OnConnect
        void greet(Socket socket) {}

        @OnEvent("token")
        String token(@Auth("token") String token, @Auth("age") Optional<Integer> age, @Query("lang") String language) {
            return token + age.orElse(0) + language;
        }

        @OnEvent("who")
        String who(Principal principal) {
            return principal.getName();
        }

        @OnEvent("user")
        String user(Optional<User> user) {
            return user.map(User::name).orElse("nobody");
        }

        @OnDisconnect
        void leave(DisconnectReason reason) {
            throw new IllegalStateException(reason.words());
        }
    }

    private final Chat chat = new Chat();
    private final Doorman doorman = new Doorman();

    @Test
    void argumentsAreReadByPosition() throws Throwable {
        assertThat(Calls.call(chat, "echo", ANYBODY.sends("echo", "\"hi\""))).isEqualTo("hi");
        assertThat(Calls.call(chat, "sum", ANYBODY.sends("sum", "20", "22"))).isEqualTo(42L);
    }

    @Test
    void surplusArgumentsAreNobodysConcern() throws Throwable {
        assertThat(Calls.call(chat, "echo", ANYBODY.sends("echo", "\"hi\"", "7")))
                .isEqualTo("hi");
    }

    @Test
    void parametersWithAMeaningOfTheirOwnTakeNoPosition() throws Throwable {
        Calls.call(chat, "mixed", ANYBODY.sends("mixed", "\"a\"", "\"b\""));
        assertThat(chat.heard).isEqualTo("[visitor, a, 192.0.2.1, false, b, 2, mixed]");

        Calls.call(chat, "any", ANYBODY.sends("whatever"));
        assertThat(chat.heard).isEqualTo("whatever");
    }

    @Test
    void whatIsReturnedIsTheAcknowledgementOfAnEvent() throws Throwable {
        assertThat(Calls.handler(chat, "echo").acknowledges()).isTrue();
        assertThat(Calls.handler(chat, "nothing").acknowledges()).isFalse();
        assertThat(Calls.handler(doorman, "greet").acknowledges()).isFalse();
        assertThat(Calls.call(chat, "nothing", ANYBODY.sends("nothing"))).isNull();
        assertThat(Calls.call(chat, "later", ANYBODY.sends("later"))).isSameAs(chat.later);
    }

    @Test
    void missingAndNullArgumentsAreRefusedByPosition() {
        assertThatExceptionOfType(ArgumentException.class)
                .isThrownBy(() -> Calls.call(chat, "sum", ANYBODY.sends("sum", "1")))
                .withMessage("argument 2 is missing");
        assertThatExceptionOfType(ArgumentException.class)
                .isThrownBy(() -> Calls.call(chat, "sum", ANYBODY.sends("sum", "1", "null")))
                .withMessage("argument 2 must not be null");
        assertThatExceptionOfType(ArgumentException.class)
                .isThrownBy(() -> Calls.call(chat, "sum", ANYBODY.sends("sum", "\"secret\"", "1")))
                .withMessage("argument 1: expected a number");
    }

    @Test
    void whoSaysThatAnArgumentMayBeMissingGetsIt() throws Throwable {
        assertThat(Calls.call(chat, "lenient", ANYBODY.sends("lenient", "null", "null", "{}")))
                .isEqualTo("none null {}");
        assertThat(Calls.call(chat, "lenient", ANYBODY.sends("lenient", "\"a\"", "\"b\"", "null")))
                .isEqualTo("a b null");
    }

    @Test
    void exceptionsPassUnwrapped() {
        assertThatThrownBy(() -> Calls.call(chat, "fail", ANYBODY.sends("fail")))
                .isExactlyInstanceOf(IOException.class)
                .hasMessage("disk full");
    }

    @Test
    void authAndQueryAreAsStrictAsArguments() throws Throwable {
        Visitor complete = ANYBODY.saying("{\"token\":\"t\",\"age\":3}").asking("lang", "de");

        assertThat(Calls.call(doorman, "token", complete.sends("token"))).isEqualTo("t3de");
        assertThatThrownBy(
                        () -> Calls.call(doorman, "token", complete.saying("{}").sends("token")))
                .isInstanceOf(ArgumentException.class)
                .hasMessage("auth.token is missing");
        assertThatThrownBy(() ->
                        Calls.call(doorman, "token", complete.asking("x", "y").sends("token")))
                .isInstanceOf(ArgumentException.class)
                .hasMessage("query.lang is missing");
    }

    @Test
    void aRequiredPrincipalIsThereOrTheClientIsRefused() throws Throwable {
        assertThat(Calls.call(doorman, "who", ANYBODY.as(() -> "anna").sends("who")))
                .isEqualTo("anna");
        assertThatThrownBy(() -> Calls.call(doorman, "who", ANYBODY.sends("who")))
                .isInstanceOf(RefusedException.class)
                .hasMessage("Unauthorized");
    }

    @Test
    void theApplicationsOwnPrincipalsComeAsWhatTheyAre() throws Throwable {
        assertThat(Calls.call(doorman, "user", ANYBODY.as(new User("anna")).sends("user")))
                .isEqualTo("anna");
        assertThat(Calls.call(
                        doorman, "user", ANYBODY.as(() -> "of the container").sends("user")))
                .isEqualTo("nobody");
    }

    @Test
    void disconnectionsHaveAReason() {
        assertThatThrownBy(() -> Calls.call(doorman, "leave", ANYBODY.leaves(DisconnectReason.PING_TIMEOUT)))
                .hasMessage("ping timeout");
    }

    @Test
    void handlersOfSuperclassesAreInherited() throws Throwable {
        assertThat(Calls.call(chat, "inherited", ANYBODY.sends("inherited"))).isEqualTo("from Chat");
    }

    static class Quiet extends Base {
        @Override
        String overridden() {
            return "not called either";
        }
    }

    @Test
    void whoOverridesAHandlerSaysWhetherItStaysOne() {
        assertThat(HandlerBean.of(Quiet.class).byEvent()).containsOnlyKeys("inherited");
    }

    @Test
    void aHandlerIsNamedByClassAndMethod() {
        assertThat(Calls.handler(chat, "echo")).hasToString(Chat.class.getName() + ".echo");
    }

    @Test
    void handlersAreInTheOrderOfTheirNames() {
        assertThat(HandlerBean.of(Doorman.class).methods())
                .extracting(method -> method.method().getName())
                .containsExactly("greet", "leave", "token", "user", "who");
    }
}
