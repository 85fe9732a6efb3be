package io.tidings.boot;

import io.tidings.engine.TransportKind;
import io.tidings.schedule.Deadlines;
import io.tidings.transport.endpoint.EndpointCarrier;
import io.tidings.transport.http.WebSocketCarrier;
import io.tidings.transport.http.WebSocketSettings;
import io.tidings.transport.upgrade.UpgradeCarrier;
import jakarta.servlet.ServletContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.websocket.DeploymentException;
import jakarta.websocket.server.ServerContainer;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.IntSupplier;
import java.util.function.Supplier;

/** The WebSocket carriers of an application: one that the settings name, or the better one that works. */
final class Carriers {

    private final Supplier<WebSocketCarrier> current;
    private final Consumer<HttpServletRequest> onRequest;
    private final Optional<SelfTest> selfTest;
    private final IntSupplier outstandingTickets;

    private Carriers(
            Supplier<WebSocketCarrier> current,
            Consumer<HttpServletRequest> onRequest,
            Optional<SelfTest> selfTest,
            IntSupplier outstandingTickets) {
        this.current = current;
        this.onRequest = onRequest;
        this.selfTest = selfTest;
        this.outstandingTickets = outstandingTickets;
    }

    static Carriers of(ServletContext context, Settings settings, Deadlines deadlines, Executor executor) {
        WebSocketSettings webSocket = settings.webSocket(deadlines);
        WebSocketCarrier upgrade = new UpgradeCarrier(webSocket);
        if (!settings.engine().transports().contains(TransportKind.WEBSOCKET)) {
            return fixed(upgrade, () -> 0);
        }
        if (settings.webSocketCarrier().equals("upgrade")) {
            return fixed(upgrade, () -> 0);
        }
        EndpointCarrier.Registration registration = register(context, deadlines);
        WebSocketCarrier endpoint = new EndpointCarrier(registration, webSocket);
        if (settings.webSocketCarrier().equals("endpoint")) {
            return fixed(endpoint, registration::outstandingTickets);
        }
        SelfTest selfTest = new SelfTest();
        CarrierChoice choice = new CarrierChoice(upgrade, endpoint, selfTest, executor);
        return new Carriers(choice::carrier, choice::begin, Optional.of(selfTest), registration::outstandingTickets);
    }

    /** The Servlet upgrade alone, for the engine that answers its self-test. */
    static Carriers upgradeOnly(Settings settings, Deadlines deadlines) {
        return fixed(new UpgradeCarrier(settings.webSocket(deadlines)), () -> 0);
    }

    private static Carriers fixed(WebSocketCarrier carrier, IntSupplier outstandingTickets) {
        return new Carriers(() -> carrier, request -> {}, Optional.empty(), outstandingTickets);
    }

    private static EndpointCarrier.Registration register(ServletContext context, Deadlines deadlines) {
        Object container = context.getAttribute(ServerContainer.class.getName());
        if (!(container instanceof ServerContainer server)) {
            throw new IllegalStateException("The container has no Jakarta WebSocket.");
        }
        try {
            return EndpointCarrier.Registration.register(server, deadlines);
        } catch (DeploymentException e) {
            throw new IllegalStateException("The container refused the WebSocket endpoint.", e);
        }
    }

    WebSocketCarrier current() {
        return current.get();
    }

    /** Tells of a request that has reached the application. */
    void seen(HttpServletRequest request) {
        onRequest.accept(request);
    }

    /** Accepted requests whose connections the container has not opened yet. */
    int outstandingTickets() {
        return outstandingTickets.getAsInt();
    }

    /** The test that has to be answered, where the choice needs one. */
    Optional<SelfTest> selfTest() {
        return selfTest;
    }
}
