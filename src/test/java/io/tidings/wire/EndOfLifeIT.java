package io.tidings.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidings.server.AppServer;
import io.tidings.server.Probe;
import io.tidings.server.ServerKind;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Applications that are replaced, and servers that are stopped, while clients are connected. */
class EndOfLifeIT {

    /** Servers let go of a deployment or two late, but not of fewer with every redeployment. */
    private static final int LATE = 2;

    @ParameterizedTest(name = "{0}, {1} times")
    @CsvSource({"UPGRADE, 20", "ENDPOINT, 10"})
    @DisplayName("Leaves no class loader behind when it is redeployed under load, and stops with a thousand clients")
    void leavesNothingBehind(Setup setup, int times) throws InterruptedException {
        try (AppServer server = setup.start()) {
            Probe probe = server.process().probe();
            Load load = new Load(server.launch().port());
            server.redeploy();
            long loaders = probe.instances(loaderOfApplications());
            for (int i = 0; i < times; i++) {
                server.redeploy();
            }
            load.stop();
            awaitAtMost(1, probe, "io.tidings.boot.Node");
            awaitAtMost(1 + LATE, probe, "io.tidings.boot.Start");
            giveWorkTo(server.launch().port());
            long mostLoaders = loaders + keptByRequests(setup, times) + 2 * LATE;
            awaitAtMost(mostLoaders, probe, loaderOfApplications());
            Measurements.note(setup + ": redeployed " + times + " times; " + probe.instances("io.tidings.boot.Start")
                    + " Start left; class loaders " + loaders + " before, " + probe.instances(loaderOfApplications())
                    + " after; " + load.echoes + " echoes meanwhile");
            stopWithAThousandClients(setup, server);
        }
    }

    /**
     * Class loaders that hang on Payara's request objects, and on nothing else: the server keeps 16 of these for each of
     * its threads, and each of these the handler of its last WebSocket, which {@code Request.recycle()} forgets to drop.
     * With Tyrus, which ends its connections on many threads, that can be one for every redeployment.
     */
    private static int keptByRequests(Setup setup, int times) {
        if (ServerKind.underTest() == ServerKind.WILDFLY) {
            return 0;
        }
        return setup == Setup.ENDPOINT ? times : times / 2;
    }

    private static String loaderOfApplications() {
        return ServerKind.underTest() == ServerKind.WILDFLY
                ? "org.jboss.modules.ModuleClassLoader"
                : "org.glassfish.web.loader.WebappClassLoader";
    }

    /**
     * The server may still be taking the last deployment apart. In WildFly each thread of the pool for requests holds on to its
     * first task, and with it the deployment of that, until it has been idle for a minute; two threads stay for good.
     */
    private static void awaitAtMost(long most, Probe probe, String className) {
        long deadline = System.nanoTime() + 100_000_000_000L;
        while (probe.instances(className) > most && System.nanoTime() < deadline) {
            Node.pause(1_000);
        }
        assertThat(probe.instances(className)).as(className).isLessThanOrEqualTo(most);
    }

    /** What WildFly's idle threads wait in names the threads that have ended, and so the loaders of those, until they have work. */
    private static void giveWorkTo(int port) {
        List<Tcp> requests = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            requests.add(Tcp.to(port).send(Http.head("GET", "/status")));
        }
        for (Tcp request : requests) {
            Answer.from(request);
            request.close();
        }
    }

    private static void stopWithAThousandClients(Setup setup, AppServer server) throws InterruptedException {
        int port = server.launch().port();
        List<WebSocketWire> webSockets = new ArrayList<>();
        List<Tcp> polls = new ArrayList<>();
        for (int i = 0; i < 900; i++) {
            webSockets.add(WebSocketWire.session(port));
        }
        for (int i = 0; i < 100; i++) {
            polls.add(PollingSession.open(new Http(port)).park());
        }
        long before = System.nanoTime();
        server.close();
        long millis = (System.nanoTime() - before) / 1_000_000;
        int code = server.process().await();
        long told =
                webSockets.stream().filter(client -> client.closeCode() == 1001).count();
        Measurements.note(setup + ": stopped in " + millis + " ms with exit code " + code + "; " + told
                + " of 900 WebSockets were told");
        assertThat(code)
                .as("exit code, 137 for a process that had to be killed")
                .isNotEqualTo(137);
        assertThat(millis).isLessThan(10_000);
        webSockets.forEach(client -> client.connection().close());
        polls.forEach(Tcp::close);
    }

    /** Clients that talk as long as they can, and come again when they cannot. */
    private static final class Load {

        private final AtomicBoolean stopped = new AtomicBoolean();
        private final Thread thread;
        private final AtomicInteger echoes = new AtomicInteger();

        Load(int port) {
            this.thread = new Thread(() -> run(port), "load");
            thread.start();
        }

        private void run(int port) {
            while (!stopped.get()) {
                try (Tcp connection = Tcp.to(port)) {
                    WebSocketWire session = WebSocketWire.connect(connection, "/pooled/?EIO=4&transport=websocket");
                    PollingSession polling = PollingSession.open(new Http(port));
                    Tcp parked = polling.park();
                    for (int i = 0; i < 200 && !stopped.get(); i++) {
                        session.text("4load");
                        session.next();
                        echoes.incrementAndGet();
                    }
                    parked.close();
                } catch (RuntimeException | AssertionError applicationIsAway) {
                    Node.pause(20);
                }
            }
        }

        void stop() throws InterruptedException {
            stopped.set(true);
            thread.join();
        }
    }
}
