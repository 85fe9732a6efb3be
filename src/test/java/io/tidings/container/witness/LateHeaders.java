package io.tidings.container.witness;

import io.tidings.api.HttpHandshake;
import io.tidings.api.spi.ResponseHeaders;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;

/** Adds headers of its own and one that another bean adds too. */
@ApplicationScoped
@Priority(2)
public class LateHeaders implements ResponseHeaders {

    @Override
    public Map<String, String> initial(HttpHandshake handshake) {
        return Map.of("X-Initial-Late", handshake.queryParameter("transport").orElse("none"), "X-Initial", "late");
    }

    @Override
    public Map<String, String> every(HttpHandshake handshake) {
        return Map.of("X-Every", "late");
    }
}
