package io.tidings.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Packets of Socket.IO that end the session, whoever sends them and over whatever; nothing that follows them is heard. */
@On(Setup.UPGRADE)
class RefusedPacketsIT extends HostileInput {

    /** Everybody in the namespace would hear it, the witness among them. */
    private static final String NEXT = "2~[\"shout\",\"behind a packet that was refused\"]";

    RefusedPacketsIT(Node node) {
        super(node);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("io.tidings.wire.RefusedPackets#all")
    void endTheSession(RefusedPackets vector) {
        List<String> survivors = new ArrayList<>();
        for (Way way : Way.of(node)) {
            for (Place place : Place.values()) {
                for (String packet : vector.packets()) {
                    if (!ends(way, place, packet)) {
                        survivors.add(way + " " + place + " " + packet);
                    }
                }
            }
        }
        assertThat(survivors).isEmpty();
    }

    private boolean ends(Way way, Place place, String packet) {
        Client client = place.enter(node, way);
        client.say(place.address(packet), place.address(NEXT));
        boolean ends = client.isEnded();
        client.close();
        return ends;
    }
}
