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
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** An application without sockets and the clients of one that has. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class OtherApplications {

    private static final String TOPIC = "shop";

    private Cluster servers;
    private URI depot;
    private JavaClient client;

    /** What the other application says where it is served at the root; elsewhere the name of the WAR says its path. */
    static WebArchive atRoot(WebArchive war) {
        return war.addAsWebInfResource(new File("src/apps/common/WEB-INF/jboss-web.xml"))
                .addAsWebInfResource(new File("src/apps/common/WEB-INF/glassfish-web.xml"));
    }

    static Launch withTopic(Launch launch) {
        return launch.with("tidings.cluster.topic", TOPIC);
    }

    /** Starts the server of the clients, which is node 0, and the other application. */
    abstract Cluster start(Launch withSockets, WebArchive other, Path directory);

    /** Where the other application is. */
    abstract URI depot(Cluster started);

    static Path exported(WebArchive war, Path directory) {
        Path file = directory.resolve(war.getName());
        war.as(ZipExporter.class).exportTo(file.toFile());
        return file;
    }

    @BeforeAll
    void start(@TempDir Path directory) {
        WebArchive other = ShrinkWrap.create(WebArchive.class, "depot.war")
                .addPackages(false, Depot.class.getPackageName())
                .addAsLibrary(new File("target/tidings-api.jar"), "tidings-api.jar")
                .addAsWebResource(new StringAsset("<!doctype html><title>Depot</title>"), "index.html")
                .addAsWebInfResource(new File("src/apps/common/WEB-INF/jboss-deployment-structure.xml"));
        servers = start(
                withTopic(TwoNodesIT.launch()).with("tidings.cluster.forward-events", "/nodes order"),
                other,
                directory);
        depot = depot(servers);
        IO.Options options = Way.WEBSOCKET.options();
        options.auth = Map.of("name", "Anna", "rooms", "hall");
        client = JavaClient.connected(servers.node(0).uri(), "/nodes", options);
    }

    @AfterAll
    void stop() {
        client.close();
        servers.close();
    }

    private void ask(String path) throws IOException, InterruptedException {
        HttpResponse<String> answer = HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(depot.resolve(path)).build(), HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }

    private String heard() {
        return (String) client.next("said").get(0);
    }

    @Test
    void whatIsPushedLeavesWithTheCommitAndNeverWithoutIt() throws Exception {
        ask("depot?what=first&rollback=1");
        ask("depot?what=second");
        ask("depot?what=third");

        assertThat(heard()).isEqualTo("first emitted");
        assertThat(heard()).isEqualTo("second emitted");
        assertThat(heard()).isEqualTo("second pushed");
        assertThat(heard()).isEqualTo("third emitted");
        assertThat(heard()).isEqualTo("third pushed");
    }

    @Test
    void aMessageOfTextIsAsGoodAsAPush() throws Exception {
        ask("slip?what=it&topic=" + TOPIC);

        assertThat(heard()).isEqualTo("it written");
    }

    @Test
    void whatClientsSendIsHeardAndAnswered() {
        client.emit("order", "tea");

        assertThat(heard()).isEqualTo("tea reserved");
    }
}
