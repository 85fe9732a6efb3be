package io.tidings.apps.hostile;

import io.tidings.api.handler.Namespace;
import io.tidings.api.handler.OnDisconnect;
import jakarta.enterprise.context.ApplicationScoped;

/** Takes its time over everybody who leaves, as an application does that writes down who is here. */
@ApplicationScoped
@Namespace("/lingering")
public class Lingering {

    private static final long MILLIS = 10;

    @OnDisconnect
    void writeDown() {
        try {
            Thread.sleep(MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
