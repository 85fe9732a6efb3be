package io.tidings.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Starts Payara Micro, configured by {@code server-config/payara-micro}. */
final class PayaraMicro {

    private PayaraMicro() {}

    static AppServer start(Launch launch, Consumer<String> lines) {
        Path directory = Project.freshDirectory("payara-micro-" + launch.port());
        Path root = directory.resolve("root");
        DropIns dropIns = DropIns.ofRoot(root.resolve("autodeploy"), "_deployed", "_deployFailed");
        try {
            Files.createDirectories(dropIns.directory());
            Files.createDirectories(directory.resolve("tmp"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        boolean isAlone = launch.messaging() instanceof Messaging.None;
        if (isAlone) {
            dropIns.put(launch.war());
        }
        ServerProcess process = ServerProcess.start(command(launch, directory, root), directory, lines);
        if (!isAlone) {
            // Payara 6 cannot deploy two things at once: the broker inside the resource adapter may fail to start then.
            new Readiness(process).await("resource adapter", () -> hasBooted(process.log()));
            dropIns.put(launch.war());
        }
        return DropInServer.ready(launch, process, dropIns, PayaraMicro::hasBooted);
    }

    private static boolean hasBooted(String log) {
        return log.contains(" ready in ");
    }

    private static List<String> command(Launch launch, Path directory, Path root) {
        List<String> command = launch.java();
        command.addAll(brokerProperties(launch));
        command.addAll(List.of(
                "-Djava.io.tmpdir=" + directory.resolve("tmp"),
                "-jar",
                Project.servers().resolve("payara-micro.jar").toString(),
                "--port",
                Integer.toString(launch.port()),
                "--rootdir",
                root.toString(),
                // not together with --nocluster, which would switch Hazelcast on again
                "--nohazelcast",
                "--disablephonehome",
                "--prebootcommandfile",
                Project.serverConfig("payara-micro").resolve("preboot.asadmin").toString()));
        command.addAll(postBoot(launch.messaging()));
        return command;
    }

    private static List<String> postBoot(Messaging messaging) {
        if (messaging instanceof Messaging.None) {
            return List.of();
        }
        String file = messaging instanceof Messaging.Mesh ? "cluster.asadmin" : "external-broker.asadmin";
        return List.of("--postbootcommandfile", clusterConfig().resolve(file).toString());
    }

    private static List<String> brokerProperties(Launch launch) {
        if (launch.messaging() instanceof Messaging.Mesh mesh) {
            String peers =
                    mesh.all().stream().map(port -> "tcp://127.0.0.1:" + port).collect(Collectors.joining(","));
            return List.of(
                    "-Dtidings.broker.home=" + brokerHome(),
                    "-Dtidings.broker.node=node-" + launch.port(),
                    "-Dtidings.broker.address=127.0.0.1",
                    "-Dtidings.broker.port=" + mesh.own(),
                    "-Dtidings.broker.peers=" + peers,
                    "-Dtidings.broker.password=of-this-machine-alone",
                    "-Dlog4j2.configurationFile=" + clusterConfig().resolve("broker-log.properties"));
        }
        return launch.messaging() instanceof Messaging.External external
                ? List.of(
                        "-Dtidings.broker.home=" + brokerHome(),
                        "-Dtidings.broker.host=" + external.host(),
                        "-Dtidings.broker.port=" + external.port())
                : List.of();
    }

    private static Path clusterConfig() {
        return Project.serverConfig("payara-micro").resolve("cluster");
    }

    /** Beside the resource adapter, which the build has put there. */
    private static Path brokerHome() {
        Path home = Project.servers().resolve("activemq");
        try {
            Files.copy(
                    clusterConfig().resolve("broker.xml"),
                    home.resolve("broker.xml"),
                    StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return home;
    }
}
