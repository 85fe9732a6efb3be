package io.tidings.clients;

import static org.assertj.core.api.Assertions.assertThat;

import io.socket.client.IO;
import io.tidings.apps.others.Depot;
import io.tidings.clients.JavaClient.Way;
import io.tidings.server.Cluster;
import io.tidings.server.Launch;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Map;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.exporter.ZipExporter;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An application without sockets and the clients of one that has, each in a server of its own. */
class OtherApplicationsIT {

    private static final String TOPIC = "tidings.cluster.topic";
    private static Cluster servers;
    private static JavaClient client;

    @BeforeAll
    static void start(@TempDir Path directory) {
        Path war = directory.resolve("depot.war");
        ShrinkWrap.create(WebArchive.class)
                .addPackages(false, Depot.class.getPackageName())
                .addAsLibrary(new File("target/tidings-api.jar"), "tidings-api.jar")
                .addAsWebResource(new StringAsset("<!doctype html><title>Depot</title>"), "index.html")
                .addAsWebInfResource(new File("src/apps/common/WEB-INF/jboss-web.xml"))
                .addAsWebInfResource(new File("src/apps/common/WEB-INF/jboss-deployment-structure.xml"))
                .addAsWebInfResource(new File("src/apps/common/WEB-INF/glassfish-web.xml"))
                .as(ZipExporter.class)
                .exportTo(war.toFile());
        Launch withSockets =
                TwoNodesIT.launch().with(TOPIC, "shop").with("tidings.cluster.forward-events", "/nodes order");
        servers = Cluster.mesh(withSockets, Launch.of(war).with(TOPIC, "shop"));
        IO.Options options = Way.WEBSOCKET.options();
        options.auth = Map.of("name", "Anna", "rooms", "hall");
        client = JavaClient.connected(servers.node(0).uri(), "/nodes", options);
    }

    @AfterAll
    static void stop() {
        client.close();
        servers.close();
    }

    private static void depot(String query) throws IOException, InterruptedException {
        URI uri = servers.node(1).uri().resolve("depot?" + query);
        HttpResponse<String> answer = HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }

    private static String heard() {
        return (String) client.next("said").get(0);
    }

    @Test
    void whatIsPushedLeavesWithTheCommitAndNeverWithoutIt() throws Exception {
        depot("what=first&rollback=1");
        depot("what=second");
        depot("what=third");

        assertThat(heard()).isEqualTo("first emitted");
        assertThat(heard()).isEqualTo("second emitted");
        assertThat(heard()).isEqualTo("second pushed");
        assertThat(heard()).isEqualTo("third emitted");
        assertThat(heard()).isEqualTo("third pushed");
    }

    @Test
    void whatClientsSendIsHeardAndAnswered() {
        client.emit("order", "tea");

        assertThat(heard()).isEqualTo("tea reserved");
    }
}
