package io.tidings.server;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * What a server is started with.
 *
 * @param war the application, served at the root
 * @param port the HTTP port
 * @param properties system properties of the server, {@code tidings.*} settings among them
 * @param jvmOptions options of the server's JVM; without an -Xmx among them the heap is 512 MB
 * @param prefix words put before the java command, such as {@code taskset -c 0}
 * @param messaging what connects it with other servers
 */
public record Launch(
        Path war,
        int port,
        Map<String, String> properties,
        List<String> jvmOptions,
        List<String> prefix,
        Messaging messaging) {

    /** What Failsafe adds to every JVM of a server: {@code tidings.it.jvm-options}, separated by spaces. */
    private static final List<String> OPTIONS_OF_THE_BUILD = Pattern.compile("\\s+")
            .splitAsStream(System.getProperty("tidings.it.jvm-options", ""))
            .filter(option -> !option.isEmpty())
            .toList();

    public Launch {
        properties = Collections.unmodifiableMap(new TreeMap<>(properties));
        jvmOptions = List.copyOf(jvmOptions);
        prefix = List.copyOf(prefix);
    }

    /** Serves {@code target/<app>.war} on a free port. */
    public static Launch of(String app) {
        return of(Project.war(app));
    }

    public static Launch of(Path war) {
        return new Launch(war, Ports.free(), Map.of(), List.of(), List.of(), new Messaging.None());
    }

    public Launch onPort(int other) {
        return new Launch(war, other, properties, jvmOptions, prefix, messaging);
    }

    public Launch with(String property, String value) {
        Map<String, String> all = new TreeMap<>(properties);
        all.put(property, value);
        return new Launch(war, port, all, jvmOptions, prefix, messaging);
    }

    public Launch withJvmOptions(String... options) {
        return new Launch(war, port, properties, List.of(options), prefix, messaging);
    }

    public Launch withPrefix(String... words) {
        return new Launch(war, port, properties, jvmOptions, List.of(words), messaging);
    }

    public Launch serving(Path other) {
        return new Launch(other, port, properties, jvmOptions, prefix, messaging);
    }

    public Launch over(Messaging other) {
        return new Launch(war, port, properties, jvmOptions, prefix, other);
    }

    /** The command up to and including the JVM options; the server adds what is its own. */
    List<String> java() {
        List<String> command = new ArrayList<>(prefix);
        command.add(Project.java("java"));
        if (jvmOptions.stream().noneMatch(option -> option.startsWith("-Xmx"))) {
            command.add("-Xmx512m");
        }
        command.addAll(OPTIONS_OF_THE_BUILD);
        command.addAll(jvmOptions);
        properties.forEach((name, value) -> command.add("-D" + name + "=" + value));
        return command;
    }
}
