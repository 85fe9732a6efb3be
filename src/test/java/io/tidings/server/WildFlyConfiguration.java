package io.tidings.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A configuration file of WildFly, with what {@code server-config/wildfly} makes of it. */
final class WildFlyConfiguration {

    /** What each server of a mesh must know of the others before it lets them in. */
    private static final String PASSWORD = "-Djboss.messaging.cluster.password=of-this-machine-alone";

    /** Ports that have no property of their own: of CORBA and of the transaction manager. */
    private static final List<Integer> FIXED_PORTS = List.of(3528, 3529, 4712, 4713);

    private static final Map<String, Path> CONFIGURED = new HashMap<>();

    private final Messaging messaging;
    private final String fileName;
    private final Path directory;

    private WildFlyConfiguration(Messaging messaging, String fileName, Path directory) {
        this.messaging = messaging;
        this.fileName = fileName;
        this.directory = directory;
    }

    static WildFlyConfiguration of(Messaging messaging) {
        if (messaging instanceof Messaging.Mesh) {
            return configured(messaging, "standalone-full-ha.xml", "cluster.cli");
        }
        if (messaging instanceof Messaging.External) {
            return configured(messaging, "standalone-full.xml", "external-broker.cli");
        }
        // the build has configured it already
        return new WildFlyConfiguration(messaging, "standalone.xml", home().resolve("standalone"));
    }

    private static Path home() {
        return Project.servers().resolve("wildfly");
    }

    private static synchronized WildFlyConfiguration configured(Messaging messaging, String file, String script) {
        Path base = CONFIGURED.computeIfAbsent(file, name -> configure(name, script));
        return new WildFlyConfiguration(messaging, file, base);
    }

    private static Path configure(String file, String script) {
        Path base =
                Project.freshDirectory(script + "-" + ProcessHandle.current().pid());
        Project.copy(home().resolve("standalone/configuration"), base.resolve("configuration"));
        for (String name : List.of("tidings.cli", script)) {
            apply(Project.serverConfig("wildfly").resolve(name), base, file);
        }
        return base;
    }

    /** As bin/jboss-cli.sh does it. */
    private static void apply(Path script, Path base, String file) {
        ProcessBuilder cli = new ProcessBuilder(
                Project.java("java"),
                "-Dlogging.configuration="
                        + home().resolve("bin/jboss-cli-logging.properties").toUri(),
                "-Djboss.server.base.dir=" + base,
                "-Dtidings.server-config=" + file,
                "-jar",
                home().resolve("jboss-modules.jar").toString(),
                "-mp",
                home().resolve("modules").toString(),
                "org.jboss.as.cli",
                "--file=" + script);
        cli.environment().put("JBOSS_HOME", home().toString());
        Path log = base.resolve(script.getFileName() + ".log");
        try {
            Process process =
                    cli.redirectErrorStream(true).redirectOutput(log.toFile()).start();
            if (process.waitFor() != 0) {
                throw new IllegalStateException(script + " has failed:\n" + Files.readString(log));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    String fileName() {
        return fileName;
    }

    /** Copies it for one server, which looks for a changed WAR twice a second instead of every 5 s. */
    void copyTo(Path configuration) {
        Project.copy(directory.resolve("configuration"), configuration);
        Path file = configuration.resolve(fileName);
        try {
            String xml = Files.readString(file);
            Files.writeString(file, xml.replace("scan-interval=\"5000\"", "scan-interval=\"500\""));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What is added to all ports, so that several servers have room on one machine. */
    int portOffset() {
        if (messaging instanceof Messaging.None) {
            return 0;
        }
        for (int offset = 100; offset < 10_000; offset += 100) {
            int added = offset;
            if (FIXED_PORTS.stream().allMatch(port -> Ports.isFree(port + added))) {
                return offset;
            }
        }
        throw new IllegalStateException("no room for another server on this machine");
    }

    List<String> properties(int offset) {
        if (messaging instanceof Messaging.Mesh mesh) {
            String hosts =
                    mesh.all().stream().map(port -> "127.0.0.1[" + port + "]").collect(Collectors.joining(","));
            return List.of(
                    PASSWORD, "-Dtidings.jgroups.hosts=" + hosts, "-Dtidings.jgroups.port=" + (mesh.own() - offset));
        }
        return messaging instanceof Messaging.External external
                ? List.of("-Dtidings.broker.host=" + external.host(), "-Dtidings.broker.port=" + external.port())
                : List.of();
    }
}
