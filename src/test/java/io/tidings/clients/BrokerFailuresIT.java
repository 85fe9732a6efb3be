package io.tidings.clients;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidings.server.AppServer;
import io.tidings.server.ArtemisBroker;
import io.tidings.server.Cluster;
import io.tidings.server.ServerKind;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What nodes do without their broker: everything that needs no other node. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BrokerFailuresIT {

    /** Talks without end. */
    private static final class Speaker implements AutoCloseable {

        private final Guest guest;
        private final AtomicInteger said = new AtomicInteger();
        private final AtomicBoolean silent = new AtomicBoolean();
        private final Thread mouth = new Thread(this::talk, "mouth");
        private int heard;

        Speaker(Guest guest) {
            this.guest = guest;
            mouth.start();
        }

        private void talk() {
            while (!silent.get()) {
                guest.say(said.getAndIncrement());
                Eventually.pause(Duration.ofMillis(5));
            }
        }

        /** Hears itself without a gap, whatever happens, up to what it says from now on. */
        void hearsAll() {
            for (int now = said.get(); heard < now; heard++) {
                assertThat(guest.nextHeard()).isEqualTo(heard);
            }
        }

        /** Lets somebody hear something that is said from now on; nothing twice and nothing in another order. */
        int isHeardAgainBy(Guest other, int last) {
            int now = said.get();
            int latest = last;
            while (latest < now) {
                int next = other.nextHeard();
                assertThat(next).isGreaterThan(latest);
                latest = next;
            }
            return latest;
        }

        @Override
        public void close() {
            silent.set(true);
            try {
                mouth.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            guest.close();
        }
    }

    private final ArtemisBroker broker = new ArtemisBroker();
    private final Wire wireOfNode0 = new Wire(broker.port());
    private final Wire wireOfNode1 = new Wire(broker.port());
    private final Cluster cluster = Cluster.over(
            List.of(wireOfNode0.port(), wireOfNode1.port()),
            List.of(ServerKind.underTest(), ServerKind.underTest()),
            TwoNodesIT.launch().with("tidings.cluster.heartbeat", "1s").with("tidings.cluster.timeout", "3s"));

    @AfterAll
    void stop() {
        cluster.close();
        wireOfNode0.close();
        wireOfNode1.close();
        broker.close();
    }

    /** What happens to the broker while somebody at one node talks to somebody at the other. */
    private interface Story {

        void tell(Speaker anna, Guest carla);
    }

    private void tell(Story story) {
        try (Guest voice = Guest.at(cluster.node(0), "Anna");
                Guest carla = Guest.at(cluster.node(1), "Carla")) {
            Eventually.await("two in the room", () -> voice.present() == 2 && carla.present() == 2);
            try (Speaker anna = new Speaker(voice)) {
                story.tell(anna, carla);
                Eventually.await("two nodes", () -> voice.nodes() == 2 && carla.nodes() == 2);
                anna.hearsAll();
            }
        }
        for (AppServer node : cluster.nodes()) {
            assertThat(node.process().probe().instances("io.tidings.cluster.Request"))
                    .isZero();
            assertThat(node.process().probe().threads("tidings-cluster")).isEqualTo(3);
        }
    }

    @Test
    void theBrokerMayDieAndComeBack() {
        tell((anna, carla) -> {
            int last = anna.isHeardAgainBy(carla, -1);

            broker.kill();
            for (int i = 0; i < 10; i++) {
                Eventually.pause(Duration.ofMillis(500));
                anna.hearsAll();
            }
            Eventually.await("one node", () -> carla.nodes() == 1);
            assertThat(carla.present()).isEqualTo(1);
            broker.start();

            anna.isHeardAgainBy(carla, last);
        });
        assertThat(cluster.node(0).process().log()).contains("messages to other nodes are lost");
    }

    @Test
    void aNodeMayBePartedFromTheBroker() {
        tell((anna, carla) -> {
            int last = anna.isHeardAgainBy(carla, -1);

            wireOfNode1.cut();
            Eventually.await("one node", () -> carla.nodes() == 1);
            assertThat(carla.present()).isEqualTo(1);
            anna.hearsAll();
            wireOfNode1.mend();

            anna.isHeardAgainBy(carla, last);
        });
    }

    @Test
    void theBrokerMayHang() {
        tell((anna, carla) -> {
            int last = anna.isHeardAgainBy(carla, -1);

            broker.process().freeze();
            for (int i = 0; i < 20; i++) {
                Eventually.pause(Duration.ofSeconds(1));
                anna.hearsAll();
            }
            broker.process().thaw();

            anna.isHeardAgainBy(carla, last);
        });
    }
}
