package io.tidings.container;

import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;

/** That the files of server-config do to the server what they say. */
@ArquillianTest
class ServerConfigIT {

    @Resource
    ManagedExecutorService executor;

    @Deployment
    static WebArchive empty() {
        return ShrinkWrap.create(WebArchive.class, "server-config.war");
    }

    /** WildFly comes with two threads per processor and a queue that never fills, which leaves it at that. */
    @Test
    void thirtyTwoHandlersMayBlockAtOnce() throws InterruptedException {
        CountDownLatch running = new CountDownLatch(32);

        for (int i = 0; i < 32; i++) {
            executor.execute(() -> {
                running.countDown();
                awaitAll(running);
            });
        }

        assertTrue(running.await(10, TimeUnit.SECONDS), () -> running.getCount() + " of 32 wait for a thread");
    }

    private static void awaitAll(CountDownLatch running) {
        try {
            assertTrue(running.await(15, TimeUnit.SECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
