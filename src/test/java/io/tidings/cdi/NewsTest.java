package io.tidings.cdi;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidings.LogLines;
import io.tidings.api.DisconnectReason;
import io.tidings.api.Disconnection;
import io.tidings.api.IncomingEvent;
import io.tidings.api.RemoteSocket;
import io.tidings.api.RoomEvent;
import io.tidings.api.event.Connected;
import io.tidings.api.event.Disconnected;
import io.tidings.api.event.RoomJoined;
import io.tidings.api.event.SocketEvent;
import io.tidings.socketio.Occurrence;
import io.tidings.socketio.SocketNews;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class NewsTest {

    private static final Occurrence SAID = Visitor.ANYBODY.sends("say", "\"hi\"");
    private static final RoomEvent LOBBY = new RoomEvent("/", "lobby", "visitor");

    @RegisterExtension
    final LogLines log = new LogLines(FiredNews.class);

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
    static class Reporter {
        @Inject
        Diary diary;

        void connected(@Observes @Connected RemoteSocket socket) {
            diary.note("connected " + socket.id());
        }

        void disconnected(@Observes @Disconnected Disconnection disconnection) {
            diary.note("disconnected " + disconnection.reason());
        }

        void said(@Observes @SocketEvent("say") IncomingEvent event) {
            diary.note(event.name() + " " + event.arguments().at(0).json());
        }

        void joined(@Observes @RoomJoined RoomEvent event) {
            diary.note("joined " + event.room());
        }
    }

    @ApplicationScoped
    static class Clumsy {
        void joined(@Observes @RoomJoined RoomEvent event) {
            throw new IllegalStateException("stumbled");
        }
    }

    @Test
    void whatIsObservedIsFiredWithinARequestContext() {
        try (Application application = Application.of(Reporter.class, Diary.class)) {
            SocketNews news = application.contributions().news();

            news.connected(SAID.socket());
            news.received(new IncomingEvent(SAID.socket(), "say", SAID.arguments()));
            news.roomJoined(LOBBY);
            news.disconnected(SAID.socket(), DisconnectReason.PING_TIMEOUT);

            assertThat(application.get(Diary.class).entries())
                    .containsExactly("connected visitor", "say \"hi\"", "joined lobby", "disconnected ping timeout");
        }
    }

    @Test
    void onlyEventsWithAnObserverAreOfInterest() {
        try (Application application = Application.of(Reporter.class, Diary.class)) {
            SocketNews news = application.contributions().news();

            assertThat(news.hears("say")).isTrue();
            assertThat(news.hears("shout")).isFalse();
            news.received(new IncomingEvent(SAID.socket(), "shout", SAID.arguments()));
            news.roomCreated(LOBBY);
            news.roomLeft(LOBBY);
            news.roomDeleted(LOBBY);

            assertThat(application.get(Diary.class).entries()).isEmpty();
        }
    }

    @Test
    void whereNobodyObservesThereIsNothingToTell() {
        try (Application application = Application.of(Diary.class)) {
            assertThat(application.contributions().news()).isSameAs(SocketNews.NONE);
        }
    }

    @Test
    void theFailureOfAnObserverIsNobodyElses() {
        try (Application application = Application.of(Clumsy.class)) {
            application.contributions().news().roomJoined(LOBBY);

            assertThat(log.messages()).containsExactly("An observer of @io.tidings.api.event.RoomJoined() has failed.");
        }
    }
}
