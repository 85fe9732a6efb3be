package io.tidings.clients;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidings.server.AppServer;
import io.tidings.server.Cluster;
import io.tidings.server.Launch;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/** Somebody at one node talks to somebody at the other, and nothing of what goes wrong meanwhile stays. */
final class Talk {

    /** Talks without end. */
    static final class Speaker implements AutoCloseable {

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

    private Talk() {}

    /** Nodes that soon miss each other. */
    static Launch launch() {
        return TwoNodesIT.launch().with("tidings.cluster.heartbeat", "1s").with("tidings.cluster.timeout", "3s");
    }

    /** What happens to the broker while somebody at one node talks to somebody at the other. */
    interface Story {

        void tell(Speaker anna, Guest carla);
    }

    static void over(Cluster cluster, Story story) {
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
}
