package io.tidings.cdi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.tidings.api.Push;
import io.tidings.api.RefusedException;
import io.tidings.api.Socket;
import io.tidings.api.handler.Namespace;
import io.tidings.api.handler.OnEvent;
import io.tidings.socketio.Handler;
import io.tidings.socketio.Occurrence;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.io.File;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the containers do around handlers, on the threads on which handlers are called. */
@ArquillianTest
class HandlerBeansIT {

    private static final List<Object> EMITTED = new ArrayList<>();

    @Inject
    ApplicationBeans beans;

    @Inject
    Pushes pushes;

    @Resource
    ManagedExecutorService executor;

    @Deployment
    static WebArchive application() {
        return ShrinkWrap.create(WebArchive.class, "handlers.war")
                .addClasses(Shop.class, Basket.class, FakeCodec.class, Visitor.class)
                .addAsLibrary(new File("target/tidings-classes.jar"), "tidings.jar");
    }

    /** Nothing but the namespace says that it is a bean. */
    @Namespace("/shop")
    static class Shop {
        @Inject
        Basket basket;

        @Inject
        Event<Push> pushes;

        @OnEvent("order")
        String order(Socket socket, @Size(max = 3) String article, @Positive int pieces) {
            return pieces + " of " + article;
        }

        @OnEvent("add")
        int add() {
            return basket.add() + basket.add();
        }

        @Transactional
        @OnEvent("ship")
        int ship(String article, int pieces) {
            pushes.fire(Push.of("shipped", article));
            if (pieces == 0) {
                throw new RefusedException("sold out");
            }
            return EMITTED.size();
        }
    }

    @RequestScoped
    static class Basket {
        private int items;

        int add() {
            return ++items;
        }
    }

    @BeforeEach
    void listen() {
        pushes.connect(push -> EMITTED.addAll(push.arguments()));
    }

    @AfterEach
    void clear() {
        EMITTED.clear();
    }

    @Test
    void argumentsAreValidatedAndRefusedByPath() throws Throwable {
        assertEquals("2 of tea", call("order", "\"tea\"", "2"));

        RefusedException refused = assertThrows(RefusedException.class, () -> call("order", "\"coffee\"", "0"));

        assertEquals("Invalid arguments", refused.getMessage());
        assertEquals(
                List.of(
                        Map.of("path", "0", "message", "size must be between 0 and 3"),
                        Map.of("path", "1", "message", "must be greater than 0")),
                refused.data());
    }

    @Test
    void eachCallHasARequestContextOfItsOwn() throws Throwable {
        assertEquals(3, call("add"));
        assertEquals(3, call("add"));
    }

    @Test
    void aPushLeavesWhenTheTransactionOfTheHandlerHasCommitted() throws Throwable {
        assertEquals(0, call("ship", "\"tea\"", "1"));
        assertEquals(List.of("tea"), EMITTED);
    }

    @Test
    void aPushOfATransactionThatRollsBackStays() {
        RefusedException refused = assertThrows(RefusedException.class, () -> call("ship", "\"coffee\"", "0"));

        assertEquals("sold out", refused.getMessage());
        assertEquals(List.of(), EMITTED);
    }

    private @Nullable Object call(String event, String... arguments) throws Throwable {
        Occurrence occurrence = Visitor.ANYBODY.sends(event, arguments);
        Handler handler = beans.contributions(Visitor.CODEC).handlers().stream()
                .flatMap(shop -> shop.what().onEvent().getOrDefault(event, List.of()).stream())
                .findFirst()
                .orElseThrow();
        try {
            return executor.submit(() -> called(handler, occurrence)).get();
        } catch (ExecutionException e) {
            throw e.getCause();
        }
    }

    private static @Nullable Object called(Handler handler, Occurrence occurrence) throws Exception {
        try {
            return handler.call(occurrence);
        } catch (Exception e) {
            throw e;
        } catch (Throwable e) {
            throw new AssertionError(e);
        }
    }
}
