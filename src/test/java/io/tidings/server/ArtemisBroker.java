package io.tidings.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** An Artemis broker that runs for itself; it may be ended, started again, and frozen. */
public final class ArtemisBroker implements AutoCloseable {

    public static final String USER = "tidings";
    public static final String PASSWORD = "of-this-machine-alone";

    private static final Path HOME = Project.servers().resolve("artemis");
    private static final String JAVA_OPTIONS = "JAVA_ARGS=-Xms64m -Xmx256m -XX:+UseSerialGC -XX:TieredStopAtLevel=1"
            + " -Dlog4j2.disableJmx=true --add-opens java.base/jdk.internal.misc=ALL-UNNAMED";

    private final int port = Ports.free();
    private final String address;
    private final List<String> prefix;
    private ServerProcess process;

    private ArtemisBroker(String address, List<String> prefix) {
        this.address = address;
        this.prefix = prefix;
        process = started();
    }

    public ArtemisBroker() {
        this("127.0.0.1", List.of());
    }

    public static ArtemisBroker on(OtherMachine machine) {
        return new ArtemisBroker(machine.address(), machine.prefix());
    }

    private ServerProcess started() {
        Path directory = Project.freshDirectory("artemis-" + port);
        Path instance = directory.resolve("instance");
        create(instance);
        List<String> run = new ArrayList<>(prefix);
        run.addAll(List.of("env", JAVA_OPTIONS, instance.resolve("bin/artemis").toString(), "run"));
        ServerProcess broker = ServerProcess.start(run, directory, line -> {});
        new Readiness(broker).await("start of the broker", () -> broker.log().contains("AMQ221007"));
        return broker;
    }

    /** As its manual says, for a broker that keeps nothing and speaks to its own clients and to those of ActiveMQ. */
    private void create(Path instance) {
        ProcessBuilder create = new ProcessBuilder(
                HOME.resolve("bin/artemis").toString(),
                "create",
                instance.toString(),
                "--user",
                USER,
                "--password",
                PASSWORD,
                "--require-login",
                "--disable-persistence",
                "--host",
                address,
                "--default-port",
                Integer.toString(port),
                "--no-web",
                "--no-amqp-acceptor",
                "--no-mqtt-acceptor",
                "--no-stomp-acceptor",
                "--no-hornetq-acceptor",
                "--no-autotune",
                "--silent");
        try {
            Process process = create.redirectErrorStream(true).start();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new IllegalStateException("No broker was made:\n" + output);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    public int port() {
        return port;
    }

    /** How nodes of this machine reach it. */
    public Messaging.External way() {
        return new Messaging.External(address, port);
    }

    /** Starts it again, at the same port. */
    public void start() {
        process = started();
    }

    public void kill() {
        process.kill();
    }

    public ServerProcess process() {
        return process;
    }

    @Override
    public void close() {
        process.kill();
    }
}
