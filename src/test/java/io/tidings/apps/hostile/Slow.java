package io.tidings.apps.hostile;

import io.tidings.api.handler.Namespace;
import io.tidings.api.handler.OnEvent;
import jakarta.enterprise.context.ApplicationScoped;

/** Takes its time, as a handler does that waits for a database. */
@ApplicationScoped
@Namespace("/slow")
public class Slow {

    private static final long MILLIS = 20;

    @OnEvent("wait")
    void handleSlowly() {
        sleep(MILLIS);
    }

    @OnEvent("sleep")
    long sleep(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return millis;
    }
}
