package io.tidings.boot;

import io.tidings.transport.http.WebSocketCarrier;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Decides between the two WebSocket carriers by a self-test. An application does not know where its server listens until a
 * request has reached it, so the test runs with the first one; clients usually poll first and do not wait for it.
 */
final class CarrierChoice {

    private static final Logger LOG = System.getLogger(CarrierChoice.class.getName());
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final WebSocketCarrier upgrade;
    private final WebSocketCarrier endpoint;
    private final SelfTest selfTest;
    private final Executor executor;
    private final AtomicBoolean begun = new AtomicBoolean();
    private final CompletableFuture<WebSocketCarrier> decision = new CompletableFuture<>();

    CarrierChoice(WebSocketCarrier upgrade, WebSocketCarrier endpoint, SelfTest selfTest, Executor executor) {
        this.upgrade = upgrade;
        this.endpoint = endpoint;
        this.selfTest = selfTest;
        this.executor = executor;
    }

    /** Starts the test with the first request; later ones change nothing. */
    void begin(HttpServletRequest request) {
        if (!begun.get() && begun.compareAndSet(false, true)) {
            SelfAddress address = SelfAddress.of(request);
            String contextPath = request.getContextPath();
            executor.execute(() -> decision.complete(decide(address, contextPath)));
        }
    }

    WebSocketCarrier carrier() {
        WebSocketCarrier decided = decision.getNow(null);
        return decided != null ? decided : await();
    }

    private WebSocketCarrier await() {
        try {
            return decision.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return endpoint;
        } catch (ExecutionException | TimeoutException undecided) {
            return endpoint;
        }
    }

    private WebSocketCarrier decide(SelfAddress address, String contextPath) {
        long start = System.nanoTime();
        try {
            selfTest.run(address, contextPath);
        } catch (IOException | RuntimeException e) {
            LOG.log(
                    Level.WARNING,
                    "WebSocket by the endpoint carrier: the self-test of the faster Servlet upgrade failed ({0}). Set"
                            + " tidings.websocket to upgrade or endpoint to decide without the test.",
                    e.toString());
            return endpoint;
        }
        long millis = Duration.ofNanos(System.nanoTime() - start).toMillis();
        LOG.log(Level.INFO, "WebSocket by the Servlet upgrade: the self-test passed in {0} ms", millis);
        return upgrade;
    }
}
