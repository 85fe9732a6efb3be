package io.tidings.socketio;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidings.api.Verdict;
import io.tidings.cluster.ClusterFaults;
import io.tidings.cluster.ClusterFaults.Kind;
import io.tidings.cluster.ClusterSettings;
import io.tidings.cluster.ForwardedEar;
import io.tidings.cluster.ForwardedNews;
import io.tidings.cluster.OutsiderSettings;
import io.tidings.cluster.Producer;
import io.tidings.cluster.Surroundings;
import io.tidings.cluster.UnreliableTopic;
import java.security.Principal;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Events of clients on their way to other applications. */
class ForwardedClientEventsTest {

    private static final Map<String, Set<String>> FORWARDED =
            Map.of("order", Set.of("/", "/shop"), "pay", Set.of("/shop"));

    @RegisterExtension
    final ServerUnderTest test = new ServerUnderTest();

    private final UnreliableTopic topic = new UnreliableTopic(1);
    private final ClusterFaults faults = new ClusterFaults(test.time());
    private final List<String> heard = new ArrayList<>();
    private boolean hasRoom = true;

    private Surroundings surroundings() {
        return new Surroundings(() -> 0, new SecureRandom(), faults);
    }

    @BeforeEach
    void connect() {
        Producer producer = new Producer(topic.join(), 1 << 20, null, surroundings());
        producer.start();
        test.news(new ForwardedNews(test.chronicle(), FORWARDED, test.codec(), producer));
        test.io().of("/shop");
        ClusterSettings settings = new ClusterSettings(Duration.ofSeconds(5), Duration.ofSeconds(10), 1 << 20, 8, null)
                .with(new OutsiderSettings(2, null));
        topic.join().start(new ForwardedEar(settings, surroundings(), test.time(), (namespace, socket, user, event) -> {
            heard.add(namespace + " " + user + " " + event.json().toUtf8String()
                    + " ".repeat(event.attachments().size()));
            return hasRoom;
        }));
    }

    private List<String> heard() {
        topic.run();
        return heard;
    }

    @Test
    void crossOnceWhereTheyAreNamedAndNowhereElse() {
        Client client = test.client();
        client.connect();
        client.connect("/shop");

        client.send("2[\"order\",{\"number\":7}]", "2[\"pay\",1]", "2[\"other\",2]");
        client.send("2/shop,[\"pay\",3]", "2/shop,5[\"order\",4,\"x\"]");

        assertThat(heard())
                .containsExactly(
                        "/ null [\"order\",{\"number\":7}]",
                        "/shop null [\"pay\",3]",
                        "/shop null [\"order\",4,\"x\"]");
    }

    @Test
    void tellWhoHasSentThem() {
        test.admission(new Scope.All(), candidate -> Verdict.acceptedAs(new Named("anna"), Set.of()));
        Client client = test.client();
        client.connect();

        client.send("2[\"order\"]");

        assertThat(heard()).containsExactly("/ anna [\"order\"]");
    }

    private record Named(String name) implements Principal {

        @Override
        public String getName() {
            return name;
        }
    }

    @Test
    void carryTheirBinary() {
        Client client = test.client();
        client.connect();

        client.send("51-[\"order\",{\"_placeholder\":true,\"num\":0}]", "<abc>");

        assertThat(heard()).containsExactly("/ null [\"order\",{\"_placeholder\":true,\"num\":0}] ");
    }

    @Test
    void stayWhereAFilterRefusesThem() {
        test.io().filter(event -> Verdict.refused("no"));
        Client client = test.client();
        client.connect();

        client.send("2[\"order\"]");

        assertThat(heard()).isEmpty();
    }

    @Test
    void areNewsForTheOwnApplicationAsBefore() {
        test.chronicle().hear("order");
        Client client = test.client();
        client.connect();
        test.chronicle().lines();

        client.send("2[\"order\",1]");

        assertThat(test.chronicle().lines()).hasSize(1);
        assertThat(heard()).hasSize(1);
    }

    @Test
    void areCountedWhereObserversAreTooSlow() {
        hasRoom = false;
        Client client = test.client();
        client.connect();

        client.send("2[\"order\",1]");

        assertThat(heard()).hasSize(1);
        assertThat(faults.count(Kind.UNHEARD)).isEqualTo(1);
    }
}
