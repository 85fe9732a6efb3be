package io.tidings.transport;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidings.api.spi.HandshakeCheck;
import io.tidings.engine.EngineUnderTest;
import io.tidings.transport.fakes.FakeRequest;
import io.tidings.transport.http.EngineRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class DoormanTest {

    @RegisterExtension
    final EngineUnderTest test = new EngineUnderTest();

    @Test
    void remembersTheRolesThatTheApplicationAsksFor() throws Exception {
        List<Set<String>> seen = new ArrayList<>();
        HandshakeCheck check = handshake -> {
            seen.add(handshake.roles());
            return HandshakeCheck.Verdict.accepted();
        };
        Doorman doorman = new Doorman(test.engine(), List.of(check), Set.of("admin", "host"));
        FakeRequest request = FakeRequest.get("EIO=4&transport=polling").user("ada", "admin", "guest");

        Set<String> kept = doorman.admit(EngineRequest.of(request.http())).roles();

        assertThat(kept).containsExactly("admin");
        assertThat(seen).containsExactly(kept);
    }
}
