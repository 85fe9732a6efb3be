package io.tidings.cdi;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidings.api.Ack;
import io.tidings.api.Arguments;
import io.tidings.api.Broadcast;
import io.tidings.api.DisconnectReason;
import io.tidings.api.handler.OnAny;
import io.tidings.api.handler.OnConnect;
import io.tidings.api.handler.OnDisconnect;
import io.tidings.api.handler.OnEvent;
import io.tidings.api.handler.Query;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What cannot work is said in one sentence each: where, what, and what to do. */
class WrongHandlersTest {

    static class Hidden {
        @SuppressWarnings("UnusedMethod") // looked at, not called
        @OnEvent("say")
        private void say() {}

        @OnEvent("shout")
        static void shout() {}
    }

    @Test
    void methodsHaveToBeReachable() {
        assertThat(faults(Hidden.class))
                .containsExactly(
                        "Hidden.say: is private, where no interceptor reaches it; leave out 'private'",
                        "Hidden.shout: is static and belongs to no bean; leave out 'static'");
    }

    static class Misplaced {
        @OnEvent("left")
        void a(String text, DisconnectReason reason) {}

        @OnEvent("sent")
        void b(Broadcast all) {}

        @OnConnect
        void c(int number) {}

        @OnDisconnect
        void d(Ack ack) {}

        @OnAny
        void e(Arguments all, String first) {}
    }

    @Test
    void parametersHaveToMeanSomething() {
        assertThat(faults(Misplaced.class))
                .containsExactly(
                        "Misplaced.a: parameter 2 (io.tidings.api.DisconnectReason) is nothing that a client can send; declare"
                                + " Socket, Handshake, Namespace, Ack, Arguments, IncomingEvent, Principal, Argument, or a type of"
                                + " the application",
                        "Misplaced.b: parameter 1 (io.tidings.api.Broadcast) is nothing that a client can send; declare Socket,"
                                + " Handshake, Namespace, Ack, Arguments, IncomingEvent, Principal, Argument, or a type of the"
                                + " application",
                        "Misplaced.c: parameter 1 (int) has no value in a method with @OnConnect; declare Socket, Handshake,"
                                + " Namespace or Principal, or annotate it with @Auth or @Query",
                        "Misplaced.d: parameter 1 (io.tidings.api.Ack) has no value in a method with @OnDisconnect; declare"
                                + " Socket, Handshake, Namespace, DisconnectReason or Principal, or annotate it with @Auth or"
                                + " @Query",
                        "Misplaced.e: parameter 2 (java.lang.String) has no value in a method with @OnAny; declare Socket,"
                                + " Handshake, Namespace, Ack, Arguments, IncomingEvent or Principal, or annotate it with @Auth or"
                                + " @Query");
    }

    abstract static class Open<T> {
        @OnEvent("open")
        void open(List<T> values) {}
    }

    static class Vague extends Open<String> {
        @SuppressWarnings("rawtypes") // that is what is wrong with it
        @OnEvent("a")
        void raw(Optional value) {}

        @OnEvent("b")
        void wildcard(Optional<?> value) {}

        @OnEvent("c")
        void some(String... values) {}

        @OnEvent("d")
        void text(@Query("n") int number) {}
    }

    @Test
    void typesHaveToBeKnown() {
        assertThat(faults(Vague.class))
                .containsExactly(
                        "Vague.open: parameter 1 (java.util.List<T>) has a type that is not known before it is called; declare a"
                                + " class or a record",
                        "Vague.raw: parameter 1 (java.util.Optional) does not say what is optional; declare Optional<String>, for"
                                + " example",
                        "Vague.some: parameter 1 (java.lang.String[]) stands for any number of arguments; declare Arguments, which"
                                + " has all of them",
                        "Vague.text: parameter 1 (int) has @Query but is no text; declare String or Optional<String>",
                        "Vague.wildcard: parameter 1 (java.util.Optional<?>) does not say what is optional; declare"
                                + " Optional<String>, for example");
    }

    static class Unheard {
        @OnConnect
        String greet() {
            return "";
        }

        @OnEvent("disconnect")
        void leave() {}

        @OnEvent("a")
        String twice(Ack ack) {
            return "";
        }

        @OnEvent("b")
        int first() {
            return 1;
        }

        @OnEvent("b")
        int second() {
            return 2;
        }

        @OnEvent("b")
        void third() {}
    }

    @Test
    void thereIsOneAnswerAndSomebodyWhoGetsIt() {
        assertThat(faults(Unheard.class))
                .containsExactly(
                        "Unheard.greet: returns a value that nobody takes; declare void or CompletionStage<Void>",
                        "Unheard.leave: 'disconnect' is a name that no client can send; use @OnConnect, @OnDisconnecting or"
                                + " @OnDisconnect, or choose another name",
                        "Unheard.twice: acknowledges twice; declare void or leave out the parameter of type Ack",
                        "Unheard.second: acknowledges 'b', as does " + Unheard.class.getName()
                                + ".first; declare void for one of them");
    }

    private static List<String> faults(Class<?> type) {
        String prefix = WrongHandlersTest.class.getName() + "$";
        return HandlerBean.of(type).faults().stream()
                .peek(fault -> assertThat(fault).startsWith(prefix))
                .map(fault -> fault.substring(prefix.length()))
                .toList();
    }
}
