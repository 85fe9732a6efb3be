package io.tidings.cdi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidings.LogLines;
import io.tidings.api.ForwardedEvent;
import io.tidings.api.IncomingEvent;
import io.tidings.api.Socket;
import io.tidings.api.event.Connected;
import io.tidings.api.event.SocketEvent;
import io.tidings.protocol.Bytes;
import io.tidings.protocol.socketio.Payload;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.ObservesAsync;
import jakarta.inject.Inject;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import org.jboss.weld.bootstrap.spi.BeanDiscoveryMode;
import org.jboss.weld.environment.se.Weld;
import org.jboss.weld.environment.se.WeldContainer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What an application without sockets hears of the clients of another one. */
class ForwardedEventsTest {

    @RegisterExtension
    final LogLines log = new LogLines(ForwardedEvents.class);

    private final Queue<Runnable> waiting = new ArrayDeque<>();

    @ApplicationScoped
    static class Diary {
        private final List<String> entries = new ArrayList<>();

        void note(String entry) {
            entries.add(entry);
        }

        List<String> entries() {
            return entries;
        }
    }

    @RequestScoped
    static class Stock {
        @Inject
        Diary diary;

        void ordered(@Observes @SocketEvent("order") ForwardedEvent event) {
            if (event.arguments().size() == 0) {
                throw new IllegalStateException("nothing was ordered");
            }
            diary.note(event.namespace() + " " + event.name() + " by " + event.user() + " of " + event.socket() + ": "
                    + event.arguments().at(0).json());
        }
    }

    private static WeldContainer application(Class<?>... beans) {
        return new Weld()
                .disableDiscovery()
                .setBeanDiscoveryMode(BeanDiscoveryMode.ANNOTATED)
                .extensions(new OutsiderExtension())
                .beanClasses(beans)
                .addBeanClasses(ForwardedEvents.class)
                .initialize();
    }

    private boolean arrives(ForwardedEvents events, String json) {
        return arrives(events, Payload.of(Bytes.utf8(json)));
    }

    private boolean arrives(ForwardedEvents events, Payload event) {
        return events.arrived(
                "/orders", "id7", "anna", event, new ForwardedEvents.Hearing(Visitor.CODEC, waiting::add));
    }

    private void runAll() {
        while (!waiting.isEmpty()) {
            waiting.remove().run();
        }
    }

    @Test
    void observersHearWhatIsForwardedInItsOrder() {
        try (WeldContainer application = application(Stock.class, Diary.class)) {
            ForwardedEvents events = application.select(ForwardedEvents.class).get();
            assertThat(events.isObserved()).isTrue();

            assertThat(arrives(events, "[\"order\",1]")).isTrue();
            assertThat(arrives(events, "[\"other\",2]")).isTrue();
            assertThat(arrives(events, "[\"order\",3]")).isTrue();
            assertThat(application.select(Diary.class).get().entries()).isEmpty();
            runAll();

            assertThat(application.select(Diary.class).get().entries())
                    .containsExactly("/orders order by anna of id7: 1", "/orders order by anna of id7: 3");
        }
    }

    @Test
    void theFailureOfAnObserverIsNobodyElses() {
        try (WeldContainer application = application(Stock.class, Diary.class)) {
            ForwardedEvents events = application.select(ForwardedEvents.class).get();

            arrives(events, "[\"order\"]");
            arrives(events, "[\"order\",2]");
            runAll();

            assertThat(application.select(Diary.class).get().entries()).hasSize(1);
            assertThat(log.messages())
                    .containsExactly("An observer of @io.tidings.api.event.SocketEvent(\"order\") has failed.");
        }
    }

    @Test
    void noMoreWaitForSlowObserversThanTheirLimits() {
        try (WeldContainer application = application(Stock.class, Diary.class)) {
            ForwardedEvents events = application.select(ForwardedEvents.class).get();

            for (int i = 0; i < ForwardedEvents.MOST_WAITING; i++) {
                assertThat(arrives(events, "[\"order\"," + i + "]")).isTrue();
            }
            assertThat(arrives(events, "[\"order\",-1]")).isFalse();
            runAll();

            String half = "[\"order\",\"" + "x".repeat(ForwardedEvents.MOST_WAITING_BYTES / 2) + "\"]";
            assertThat(arrives(events, half)).isTrue();
            assertThat(arrives(events, half)).isFalse();
            assertThat(arrives(events, "[\"order\",-2]")).isTrue();
            runAll();
            assertThat(arrives(events, half)).isTrue();
            runAll();

            assertThat(application.select(Diary.class).get().entries()).hasSize(ForwardedEvents.MOST_WAITING + 3);
        }
    }

    @Test
    void whereNobodyObservesThereIsNothingToHear() {
        try (WeldContainer application = application(Diary.class)) {
            assertThat(application.select(ForwardedEvents.class).get().isObserved())
                    .isFalse();
        }
    }

    @ApplicationScoped
    static class HearsItsOwn {
        void ordered(@Observes @SocketEvent("order") IncomingEvent event) {
            throw new AssertionError(event);
        }
    }

    @ApplicationScoped
    static class HearsConnections {
        void connected(@Observes @Connected Socket socket) {
            throw new AssertionError(socket);
        }
    }

    @ApplicationScoped
    static class HearsLater {
        void ordered(@ObservesAsync @SocketEvent("order") ForwardedEvent event) {
            throw new AssertionError(event);
        }
    }

    @Test
    void observersThatNeverHearAnythingStopTheDeployment() {
        assertThatThrownBy(() -> application(HearsItsOwn.class))
                .hasMessageContaining("HearsItsOwn: observes @SocketEvent " + IncomingEvent.class.getName()
                        + ", which is never fired; declare @SocketEvent ForwardedEvent");
        assertThatThrownBy(() -> application(HearsConnections.class))
                .hasMessageContaining("HearsConnections: observes @Connected in an application without sockets");
        assertThatThrownBy(() -> application(HearsLater.class)).hasMessageContaining("declare @Observes");
    }

    @Test
    void anApplicationWithSocketsHearsItsOwnClientsOnly() {
        assertThatThrownBy(() -> Application.of(Stock.class, Diary.class))
                .hasMessageContaining("which is never fired; declare @SocketEvent IncomingEvent");
    }
}
