package io.tidings.socketio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidings.api.Push;
import io.tidings.api.Verdict;
import java.security.Principal;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What code emits that knows nothing of sockets. */
class PushTest {

    @RegisterExtension
    final ServerUnderTest test = new ServerUnderTest();

    private final Client ada = test.client();
    private final Client bob = test.client();

    @BeforeEach
    void connect() {
        Principal user = () -> "ada";
        test.io()
                .of("/chat")
                .use(socket -> socket.handshake().auth("ada", Boolean.class).isPresent()
                        ? Verdict.acceptedAs(user, Set.of())
                        : Verdict.accepted());
        ada.send("0/chat,{\"ada\":true}");
        ada.received();
        test.io().of("/chat").socket(bob.connect("/chat")).orElseThrow().join("room");
        ada.connect();
    }

    @Test
    void reachesAllOfTheMainNamespace() {
        test.server().push(Push.of("m", 1, null));

        assertThat(ada.received()).containsExactly("2[\"m\",1,null]");
        assertThat(bob.received()).isEmpty();
    }

    @Test
    void reachesRoomsAndUsers() {
        test.server().push(Push.of("all").in("chat"));
        test.server().push(Push.of("room").in("/chat").to("room"));
        test.server().push(Push.of("user").in("/chat").toUser("ada"));
        test.server().push(Push.of("both").in("/chat").to("room").toUser("ada").except("elsewhere"));
        test.server().push(Push.of("not the room").in("/chat").except("room"));

        assertThat(ada.received())
                .containsExactly(
                        "2/chat,[\"all\"]", "2/chat,[\"user\"]", "2/chat,[\"both\"]", "2/chat,[\"not the room\"]");
        assertThat(bob.received()).containsExactly("2/chat,[\"all\"]", "2/chat,[\"room\"]", "2/chat,[\"both\"]");
    }

    @Test
    void reachesNobodyWhereNobodyIsNamed() {
        test.server().push(Push.of("m").in("/chat").to());
        test.server().push(Push.of("m").in("/chat").toUser());
        test.server().push(Push.of("named later").in("/chat").to().toUser("ada"));

        assertThat(ada.received()).containsExactly("2/chat,[\"named later\"]");
        assertThat(bob.received()).isEmpty();
    }

    @Test
    void mayBeLost() {
        bob.transport().stall();
        test.server().push(Push.of("queued").in("/chat"));
        test.server().push(Push.of("lost").in("/chat").asVolatile());
        bob.transport().unstall();

        assertThat(bob.received()).containsExactly("2/chat,[\"queued\"]");
    }

    @Test
    void makesNoNamespace() {
        test.server().push(Push.of("m").in("/nobody-knows-it"));

        Client client = test.client().send("0/nobody-knows-it,");
        assertThat(client.received()).containsExactly("4/nobody-knows-it,{\"message\":\"Invalid namespace\"}");
        assertThatThrownBy(() -> test.server().push(Push.of("m").in("/a,b")))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
