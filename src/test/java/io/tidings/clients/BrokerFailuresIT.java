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
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What nodes do without their broker: everything that needs no other node. */
class BrokerFailuresIT {

    private final ArtemisBroker broker = new ArtemisBroker();
    private final Wire wireOfNode0 = new Wire(broker.port());
    private final Wire wireOfNode1 = new Wire(broker.port());
    private final Cluster cluster = Cluster.over(
            List.of(wireOfNode0.port(), wireOfNode1.port()),
            List.of(ServerKind.underTest(), ServerKind.underTest()),
            TwoNodesIT.launch().with("tidings.cluster.heartbeat", "1s").with("tidings.cluster.timeout", "3s"));

    private final Guest anna = Guest.at(cluster.node(0), "Anna");
    private final Guest carla = Guest.at(cluster.node(1), "Carla");
    private final Thread mouth = new Thread(this::talk, "mouth");
    private final AtomicBoolean silent = new AtomicBoolean();
    private final AtomicInteger said = new AtomicInteger();

    @BeforeEach
    void talkWithoutEnd() {
        Eventually.await("two in the room", () -> anna.present() == 2 && carla.present() == 2);
        mouth.start();
    }

    private void talk() {
        while (!silent.get()) {
            anna.say(said.getAndIncrement());
            Eventually.pause(Duration.ofMillis(5));
        }
    }

    @AfterEach
    void stop() {
        silent.set(true);
        anna.close();
        carla.close();
        cluster.close();
        wireOfNode0.close();
        wireOfNode1.close();
        broker.close();
    }

    /** Anna hears herself without a gap, whatever happens, up to what she says from now on. */
    private void annaHearsAll(AtomicInteger next) {
        int now = said.get();
        while (next.get() < now) {
            assertThat(anna.nextHeard()).isEqualTo(next.getAndIncrement());
        }
    }

    /** Carla hears something that is said from now on; nothing twice and nothing in another order. */
    private int carlaHearsAgain(int last) {
        int now = said.get();
        int heard = last;
        while (heard < now) {
            int next = carla.nextHeard();
            assertThat(next).isGreaterThan(heard);
            heard = next;
        }
        return heard;
    }

    @Test
    void theBrokerMayDieAndComeBack() {
        AtomicInteger own = new AtomicInteger();
        int last = carlaHearsAgain(-1);
        for (int round = 0; round < 2; round++) {
            broker.kill();
            for (int i = 0; i < 10; i++) {
                Eventually.pause(Duration.ofMillis(500));
                annaHearsAll(own);
            }
            Eventually.await("one node", () -> anna.nodes() == 1);
            assertThat(anna.present()).isEqualTo(1);

            broker.start();

            last = carlaHearsAgain(last);
            Eventually.await("two nodes", () -> anna.nodes() == 2 && carla.nodes() == 2);
            annaHearsAll(own);
        }
        assertThat(cluster.node(0).process().log()).contains("messages to other nodes are lost");
        assertThat(threads(cluster.node(0))).isEqualTo(3);
        assertNothingPending();
    }

    @Test
    void aNodeMayBePartedFromTheBroker() {
        AtomicInteger own = new AtomicInteger();
        int last = carlaHearsAgain(-1);

        wireOfNode1.cut();

        Eventually.await("one node", () -> anna.nodes() == 1 && carla.nodes() == 1);
        annaHearsAll(own);
        assertThat(carla.present()).isEqualTo(1);
        assertThat(anna.present()).isEqualTo(1);

        wireOfNode1.mend();

        carlaHearsAgain(last);
        Eventually.await("two nodes", () -> anna.nodes() == 2 && carla.nodes() == 2);
        annaHearsAll(own);
        assertNothingPending();
    }

    @Test
    void theBrokerMayHang() {
        AtomicInteger own = new AtomicInteger();
        int last = carlaHearsAgain(-1);

        broker.process().freeze();
        for (int i = 0; i < 20; i++) {
            Eventually.pause(Duration.ofSeconds(1));
            annaHearsAll(own);
        }
        broker.process().thaw();

        carlaHearsAgain(last);
        Eventually.await("two nodes", () -> anna.nodes() == 2 && carla.nodes() == 2);
        annaHearsAll(own);
        assertNothingPending();
    }

    private static long threads(AppServer node) {
        return node.process().probe().threads("tidings-cluster");
    }

    private void assertNothingPending() {
        silent.set(true);
        for (AppServer node : cluster.nodes()) {
            assertThat(node.process().probe().instances("io.tidings.cluster.Request"))
                    .isZero();
        }
    }
}
