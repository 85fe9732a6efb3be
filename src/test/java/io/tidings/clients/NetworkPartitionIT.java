package io.tidings.clients;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidings.server.ArtemisBroker;
import io.tidings.server.Cluster;
import io.tidings.server.OtherMachine;
import io.tidings.server.ServerKind;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

/** What nodes do while the network lets nothing through to their broker. */
@EnabledIf(
        value = "io.tidings.server.OtherMachine#isPossible",
        disabledReason = "There are no network namespaces: they need root and the command ip.")
class NetworkPartitionIT {

    @Test
    void nodesMayBePartedFromTheBroker() {
        try (OtherMachine machine = new OtherMachine();
                ArtemisBroker broker = ArtemisBroker.on(machine);
                Cluster cluster = Cluster.over(
                        List.of(broker.way(), broker.way()),
                        List.of(ServerKind.underTest(), ServerKind.underTest()),
                        Talk.launch())) {
            Talk.over(cluster, (anna, carla) -> {
                int last = anna.isHeardAgainBy(carla, -1);

                machine.cut();
                for (int i = 0; i < 20; i++) {
                    Eventually.pause(Duration.ofSeconds(1));
                    anna.hearsAll();
                }
                Eventually.await("one node", () -> carla.nodes() == 1);
                assertThat(carla.present()).isEqualTo(1);
                machine.mend();

                anna.isHeardAgainBy(carla, last);
            });
        }
    }
}
