package io.tidings.clients;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidings.server.AppServer;
import io.tidings.server.Cluster;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What the others do when a node dies or hangs. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NodeFailuresIT {

    /** Longer than anything here takes: a question that ends before it has been ended by what happened. */
    private static final Duration LONG = Duration.ofSeconds(90);

    private final Cluster cluster = Cluster.mesh(
            2, TwoNodesIT.launch().with("tidings.cluster.heartbeat", "1s").with("tidings.cluster.timeout", "3s"));

    @AfterAll
    void stop() {
        cluster.close();
    }

    private Guest anna() {
        return Guest.at(cluster.node(0), "Anna");
    }

    private Guest carla(Guest anna) {
        Guest carla = Guest.at(cluster.node(1), "Carla");
        Eventually.await("two in the room", () -> anna.present() == 2 && carla.present() == 2);
        return carla;
    }

    private static void hear(Guest speaker, Guest... all) {
        speaker.say(-1);
        for (Guest each : all) {
            int heard;
            do {
                heard = each.nextHeard();
            } while (heard != -1);
        }
    }

    @Test
    void aNodeThatIsKilledIsMissedAndMayComeBack() throws Exception {
        try (Guest anna = anna()) {
            try (Guest carla = carla(anna)) {
                hear(anna, anna, carla);
                CompletableFuture<String> answers = anna.askOthers(LONG);

                cluster.node(1).process().kill();

                assertThat(answers.get(LONG.toSeconds() / 2, TimeUnit.SECONDS)).contains("NODE_UNREACHABLE");
                Eventually.await("one node", () -> anna.nodes() == 1);
                assertThat(anna.present()).isEqualTo(1);
                hear(anna, anna);
            }

            cluster.restart(1);

            try (Guest carla = carla(anna)) {
                assertThat(anna.nodes()).isEqualTo(2);
                hear(anna, anna, carla);
                hear(carla, anna, carla);
            }
        }
        assertNothingPending(cluster.node(0));
    }

    @Test
    void aNodeThatHangsIsMissedAndComesBackAsItWas() throws Exception {
        try (Guest anna = anna();
                Guest carla = carla(anna)) {
            hear(anna, anna, carla);
            CompletableFuture<String> answers = anna.askOthers(LONG);

            cluster.node(1).process().freeze();
            for (int second = 0; second < 30; second++) {
                anna.say(second);
                assertThat(anna.nextHeard()).isEqualTo(second);
                Eventually.pause(Duration.ofSeconds(1));
            }
            assertThat(answers.get(1, TimeUnit.SECONDS)).contains("NODE_UNREACHABLE");
            assertThat(anna.nodes()).isEqualTo(1);
            cluster.node(1).process().thaw();

            Eventually.await("two nodes", () -> anna.nodes() == 2 && carla.nodes() == 2);
            Eventually.await("two in the room", () -> anna.present() == 2 && carla.present() == 2);
            anna.say(30);
            assertThat(anna.nextHeard()).isEqualTo(30);
            // what was said while it hung may come late or never, but never twice and never in another order
            for (int last = -2, heard = -1; heard != 30; last = heard, heard = carla.nextHeard()) {
                assertThat(heard).isGreaterThan(last);
            }
            hear(carla, anna, carla);
        }
        assertNothingPending(cluster.node(0));
        assertNothingPending(cluster.node(1));
    }

    private static void assertNothingPending(AppServer node) {
        assertThat(node.process().probe().instances("io.tidings.cluster.Request"))
                .isZero();
    }
}
