package io.tidings.cdi;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidings.api.Disconnection;
import io.tidings.api.Handshake;
import io.tidings.api.NamespaceGate;
import io.tidings.api.Socket;
import io.tidings.api.Verdict;
import io.tidings.api.event.Connected;
import io.tidings.api.handler.Namespace;
import io.tidings.api.handler.NonBlocking;
import io.tidings.api.handler.OnEvent;
import jakarta.ejb.Stateless;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.context.SessionScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.ObservesAsync;
import java.io.Serializable;
import org.junit.jupiter.api.Test;

/** Applications that cannot work are not deployed, and it is said why. */
class WrongDeploymentsTest {

    @Namespace("/chat")
    static class Chat {
        @OnEvent("say")
        void say(Disconnection text) {}
    }

    @Test
    void aWrongSignatureStopsTheDeployment() {
        assertIsRefused(
                Chat.class,
                ".say: parameter 1 (io.tidings.api.Disconnection) is nothing that a client can send; declare Socket, Handshake,"
                        + " Namespace, Ack, Arguments, IncomingEvent, Principal, Argument, or a type of the application");
    }

    @Test
    void everythingThatIsWrongIsSaidAtOnce() {
        assertThatThrownBy(() -> Application.of(Chat.class, Gated.class))
                .hasMessageContaining("Chat.say: parameter 1")
                .hasMessageContaining("Gated: the gate of @Namespace is no bean");
    }

    @Stateless
    @Namespace("/orders")
    static class Orders {
        @OnEvent("order")
        public void order() {}
    }

    @Test
    void anEnterpriseBeanIsNoHandlerBean() {
        assertIsRefused(
                Orders.class,
                ": is an EJB, whose container wraps what a handler throws and knows no caller; move what clients call into a"
                        + " class with @Namespace, and inject the EJB there");
    }

    @SessionScoped
    static class Cart implements Serializable {
        private static final long serialVersionUID = 1L;

        @OnEvent("add")
        void add() {}
    }

    @Test
    void thereIsNoHttpSessionInHandlers() {
        assertIsRefused(
                Cart.class,
                ": is @SessionScoped, but there is no HTTP session in handlers; declare @ApplicationScoped, and keep what"
                        + " belongs to a client with Socket.put");
    }

    @RequestScoped
    static class Hasty {
        @NonBlocking
        @OnEvent("add")
        void add() {}
    }

    @Test
    void thereIsNoRequestContextInNonBlockingHandlers() {
        assertIsRefused(
                Hasty.class,
                ".add: is @NonBlocking, where no request context is active, in a @RequestScoped bean; leave out one of them");
    }

    @Namespace(gate = Gate.class)
    static class Gated {}

    static class Gate implements NamespaceGate {
        @Override
        public Verdict opens(String name, Handshake handshake) {
            return Verdict.accepted();
        }
    }

    @Test
    void aGateIsABean() {
        assertIsRefused(
                Gated.class,
                ": the gate of @Namespace is no bean, or more than one; give exactly one " + Gate.class.getName()
                        + " a scope, such as @ApplicationScoped");
    }

    @Namespace
    static class Silent {}

    @Test
    void aNamespaceHasAName() {
        assertIsRefused(
                Silent.class,
                ": @Namespace has to say one thing; declare @Namespace(\"/name\"), @Namespace(pattern = ...) or @Namespace(gate"
                        + " = ...), and @Namespace(\"/\") for the main namespace");
    }

    @ApplicationScoped
    static class Mistaken {
        void connected(@Observes @Connected Disconnection nonsense) {}
    }

    @ApplicationScoped
    static class Detached {
        void connected(@ObservesAsync @Connected Socket socket) {}
    }

    @Test
    void anObserverWaitsForWhatIsFired() {
        assertIsRefused(
                Mistaken.class,
                ": observes @Connected io.tidings.api.Disconnection, which is never fired; declare @Connected Socket");
        assertIsRefused(
                Detached.class,
                ": observes @Connected asynchronously, but observers are called in the order of a socket's events; declare"
                        + " @Observes");
    }

    private static void assertIsRefused(Class<?> bean, String sentence) {
        assertThatThrownBy(() -> Application.of(bean)).hasMessageContaining(bean.getName() + sentence);
    }
}
