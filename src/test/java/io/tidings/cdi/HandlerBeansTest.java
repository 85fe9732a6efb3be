package io.tidings.cdi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidings.api.Handshake;
import io.tidings.api.NamespaceGate;
import io.tidings.api.Socket;
import io.tidings.api.Verdict;
import io.tidings.api.handler.Namespace;
import io.tidings.api.handler.NonBlocking;
import io.tidings.api.handler.OnEvent;
import io.tidings.api.spi.ErrorMapper;
import io.tidings.socketio.Contributions;
import io.tidings.socketio.Contributions.Scoped;
import io.tidings.socketio.Scope;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Priority;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.ContextNotActiveException;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InterceptorBinding;
import jakarta.interceptor.InvocationContext;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class HandlerBeansTest {

    private static final Visitor ANYBODY = Visitor.ANYBODY;

    @Namespace("/chat")
    static class Chat {
        @OnEvent("say")
        String say(String text) {
            return getClass().getSimpleName() + " says " + text;
        }
    }

    @Test
    void anAnnotationForTheNamespaceIsAllThatABeanNeeds() throws Throwable {
        try (Application application = Application.of(Chat.class)) {
            Contributions contributions = application.contributions();

            assertThat(contributions.handlers()).extracting(Scoped::scope).containsExactly(new Scope.Named("/chat"));
            assertThat(Application.call(contributions, "say", ANYBODY.sends("say", "\"hi\"")))
                    .isEqualTo("Chat says hi");
        }
    }

    @Retention(RetentionPolicy.RUNTIME)
    @InterceptorBinding
    @interface Loud {}

    @Loud
    @Interceptor
    @Priority(Interceptor.Priority.APPLICATION)
    static class Shouting {
        @AroundInvoke
        Object shout(InvocationContext context) throws Exception {
            return context.proceed() + "!";
        }
    }

    @ApplicationScoped
    static class Crier {
        @Loud
        @OnEvent("cry")
        String cry() {
            return "hear";
        }
    }

    @Test
    void methodsAreIntercepted() throws Throwable {
        try (Application application = Application.of(Crier.class, Shouting.class)) {
            assertThat(Application.call(application.contributions(), "cry", ANYBODY.sends("cry")))
                    .isEqualTo("hear!");
        }
    }

    @Dependent
    static class Counter {
        static final AtomicInteger DESTROYED = new AtomicInteger();
        private int count;

        @OnEvent("count")
        int count() {
            return ++count;
        }

        @PreDestroy
        void destroy() {
            DESTROYED.incrementAndGet();
        }
    }

    @Test
    void aDependentBeanHasOneInstanceWhichLivesAsLongAsTheServer() throws Throwable {
        try (Application application = Application.of(Counter.class)) {
            ApplicationBeans beans = application.get(ApplicationBeans.class);
            Contributions contributions = beans.contributions(Visitor.CODEC);
            Application.call(contributions, "count", ANYBODY.sends("count"));

            assertThat(Application.call(contributions, "count", ANYBODY.sends("count")))
                    .isEqualTo(2);

            assertThat(Counter.DESTROYED).hasValue(0);
            beans.release();
            assertThat(Counter.DESTROYED).hasValue(1);
        }
    }

    @RequestScoped
    static class Basket {
        private int items;

        @OnEvent("add")
        int add() {
            return ++items;
        }
    }

    @ApplicationScoped
    static class Shop {
        @Inject
        Basket basket;

        @OnEvent("buy")
        int buy() {
            return basket.add() + basket.add();
        }

        @NonBlocking
        @OnEvent("peek")
        int peek() {
            return basket.add();
        }
    }

    @Test
    void theRequestContextIsActiveDuringOneCall() throws Throwable {
        try (Application application = Application.of(Basket.class, Shop.class)) {
            Contributions contributions = application.contributions();

            for (int i = 0; i < 2; i++) {
                assertThat(Application.call(contributions, "add", ANYBODY.sends("add")))
                        .isEqualTo(1);
                assertThat(Application.call(contributions, "buy", ANYBODY.sends("buy")))
                        .isEqualTo(3);
            }
            assertThatThrownBy(() -> Application.call(contributions, "peek", ANYBODY.sends("peek")))
                    .isInstanceOf(ContextNotActiveException.class);
        }
    }

    @Namespace(pattern = "/room-.*")
    static class Rooms {
        @RolesAllowed("member")
        @OnEvent("enter")
        void enter() {}
    }

    @RolesAllowed("admin")
    @Priority(1)
    @Namespace("/admin")
    static class Administration {
        @RolesAllowed({"root", "**"})
        @OnEvent("delete")
        void delete() {}
    }

    @Namespace(gate = Gate.class)
    static class Behind {}

    @ApplicationScoped
    static class Gate implements NamespaceGate {
        @Override
        public Verdict opens(String name, Handshake handshake) {
            return Verdict.accepted();
        }
    }

    @Test
    void beansComeInTheOrderOfPriorityAndName() {
        try (Application application =
                Application.of(Rooms.class, Gate.class, Behind.class, Chat.class, Administration.class)) {
            assertThat(application.contributions().handlers())
                    .extracting(scoped -> scoped.scope().getClass().getSimpleName())
                    .containsExactly("Named", "Behind", "Named", "Matching");
            assertThat(application.get(ApplicationBeans.class).roles())
                    .containsExactlyInAnyOrder("member", "admin", "root");
        }
    }

    @Test
    void withoutAnErrorMapperThePlainWordsAreUsed() {
        try (Application application = Application.of(Chat.class)) {
            assertThat(application.contributions().errors()).isSameAs(ErrorMapper.standard());
        }
    }

    @ApplicationScoped
    static class Polite implements ErrorMapper {
        @Override
        public Object acknowledgement(Socket socket, String event, Throwable failure) {
            return "sorry";
        }
    }

    @ApplicationScoped
    static class Rude extends Polite {}

    @Test
    void oneErrorMapperOfTheApplicationReplacesThem() {
        try (Application application = Application.of(Polite.class)) {
            assertThat(application.contributions().errors().acknowledgement(ANYBODY.socket(), "say", new Exception()))
                    .isEqualTo("sorry");
        }
        try (Application application = Application.of(Polite.class, Rude.class)) {
            assertThatThrownBy(application::contributions)
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage(
                            "There are several ErrorMapper beans; leave it at one, or make one of them an @Alternative"
                                    + " with a @Priority.");
        }
    }
}
