package io.tidings.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** Starts WildFly, configured by {@code server-config/wildfly}, each with a base directory of its own. */
final class WildFly {

    /** WFLYSRV0025 says "started", WFLYSRV0026 "started with errors". */
    private static final Pattern BOOTED = Pattern.compile("WFLYSRV002[56]");

    /** What bin/standalone.sh gives a modular JVM. */
    private static final List<String> MODULAR_JVM = List.of(
            "--add-exports=java.desktop/sun.awt=ALL-UNNAMED",
            "--add-exports=java.naming/com.sun.jndi.ldap=ALL-UNNAMED",
            "--add-exports=java.naming/com.sun.jndi.url.ldap=ALL-UNNAMED",
            "--add-exports=java.naming/com.sun.jndi.url.ldaps=ALL-UNNAMED",
            "--add-exports=jdk.naming.dns/com.sun.jndi.dns=ALL-UNNAMED",
            "--add-opens=java.base/java.lang=ALL-UNNAMED",
            "--add-opens=java.base/java.lang.invoke=ALL-UNNAMED",
            "--add-opens=java.base/java.lang.reflect=ALL-UNNAMED",
            "--add-opens=java.base/java.io=ALL-UNNAMED",
            "--add-opens=java.base/java.net=ALL-UNNAMED",
            "--add-opens=java.base/java.security=ALL-UNNAMED",
            "--add-opens=java.base/java.util=ALL-UNNAMED",
            "--add-opens=java.base/java.util.concurrent=ALL-UNNAMED",
            "--add-opens=java.management/javax.management=ALL-UNNAMED",
            "--add-opens=java.naming/javax.naming=ALL-UNNAMED");

    private WildFly() {}

    static AppServer start(Launch launch, Consumer<String> lines) {
        Path home = Project.servers().resolve("wildfly");
        Path directory = Project.freshDirectory("wildfly-" + launch.port());
        Path base = directory.resolve("base");
        DropIns dropIns = DropIns.ofRoot(base.resolve("deployments"), ".deployed", ".failed");
        try {
            Files.createDirectories(dropIns.directory());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        WildFlyConfiguration configuration = WildFlyConfiguration.of(launch.messaging());
        configuration.copyTo(base.resolve("configuration"));
        dropIns.put(launch.war());
        ServerProcess process = ServerProcess.start(command(launch, configuration, home, base), directory, lines);
        return DropInServer.ready(
                launch, process, dropIns, log -> BOOTED.matcher(log).find());
    }

    private static List<String> command(Launch launch, WildFlyConfiguration configuration, Path home, Path base) {
        int offset = configuration.portOffset();
        List<String> command = new ArrayList<>(launch.java());
        command.addAll(MODULAR_JVM);
        command.addAll(List.of(
                "-Djava.awt.headless=true",
                "-Djboss.home.dir=" + home,
                "-Djboss.server.base.dir=" + base,
                "-Djboss.node.name=node-" + launch.port(),
                "-Djboss.tx.node.id=node-" + launch.port(),
                "-Djboss.socket.binding.port-offset=" + offset,
                "-Djboss.http.port=" + (launch.port() - offset),
                "-Djboss.https.port=" + (Ports.free() - offset),
                "-Djboss.ajp.port=" + (Ports.free() - offset),
                "-Djboss.management.http.port=" + (Ports.free() - offset),
                "-Dorg.jboss.boot.log.file=" + base.resolve("log/server.log"),
                "-Dlogging.configuration="
                        + base.resolve("configuration/logging.properties").toUri()));
        command.addAll(configuration.properties(offset));
        command.addAll(List.of(
                "-jar",
                home.resolve("jboss-modules.jar").toString(),
                "-mp",
                home.resolve("modules").toString(),
                "org.jboss.as.standalone",
                "--server-config=" + configuration.fileName()));
        return command;
    }
}
