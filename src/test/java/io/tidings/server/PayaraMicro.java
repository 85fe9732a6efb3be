package io.tidings.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/** Starts Payara Micro, configured by {@code server-config/payara-micro}. */
final class PayaraMicro {

    private PayaraMicro() {}

    static AppServer start(Launch launch, Consumer<String> lines) {
        Path directory = Project.freshDirectory("payara-micro-" + launch.port());
        Path root = directory.resolve("root");
        DropIns dropIns = new DropIns(root.resolve("autodeploy"), "_deployed", "_deployFailed");
        try {
            Files.createDirectories(dropIns.directory());
            Files.createDirectories(directory.resolve("tmp"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        dropIns.put(launch.war());
        ServerProcess process = ServerProcess.start(command(launch, directory, root), directory, lines);
        return DropInServer.ready(launch, process, dropIns, log -> log.contains(" ready in "));
    }

    private static List<String> command(Launch launch, Path directory, Path root) {
        List<String> command = launch.java();
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
        return command;
    }
}
