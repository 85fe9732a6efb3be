package io.tidings.clients;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidings.clients.JavaClient.Way;
import io.tidings.server.AppServer;
import io.tidings.server.Launch;
import io.tidings.server.ServerKind;
import org.junit.jupiter.api.Test;

/** A server that has no JMS: {@code standalone.xml} of WildFly, Payara Micro without a resource adapter. */
class WithoutMessagingIT {

    @Test
    void servesAloneAndSaysSoOnce() {
        try (AppServer server = ServerKind.underTest().start(Launch.of("conformance"));
                JavaClient client = JavaClient.connected(server.uri(), "/clients", Way.UPGRADE.options())) {
            assertThat(client.ask("acknowledge", "alone")).containsExactly("alone");
            assertThat(server.process().log())
                    .containsOnlyOnce("No cluster: the server has no JMS connection factory")
                    .doesNotContain("NoClassDefFoundError");
        }
    }
}
