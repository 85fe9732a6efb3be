package io.tidings.protocol.engineio;

import io.tidings.protocol.Bytes;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

/** What the open packet tells a client that has just been let in. */
public record Greeting(String sid, List<String> upgrades, Duration pingInterval, Duration pingTimeout, int maxPayload) {

    public EnginePacket packet() {
        return new EnginePacket(PacketType.OPEN, Bytes.utf8(json()), false);
    }

    /** Session ids and transport names consist of letters, digits, '-' and '_', so nothing here needs escaping. */
    private String json() {
        String names = upgrades.stream().map(name -> '"' + name + '"').collect(Collectors.joining(",", "[", "]"));
        return "{\"sid\":\"" + sid + "\",\"upgrades\":" + names
                + ",\"pingInterval\":" + pingInterval.toMillis()
                + ",\"pingTimeout\":" + pingTimeout.toMillis()
                + ",\"maxPayload\":" + maxPayload + '}';
    }
}
