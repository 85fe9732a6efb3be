package io.tidings;

import static java.util.Map.entry;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Which package may use which, as docs/architecture.md lists them. A name stands for that package alone, a name that
 * ends in a dot for everything below it; the names of Tidings' own packages are given without {@code io.tidings}.
 */
final class DependencyList extends ArchCondition<JavaClass> {

    private static final String ROOT = "io.tidings";

    /** What every package may use: the JDK without its extensions, and the annotations for null safety. */
    private static final List<String> EVERYWHERE = List.of("java.", "org.jspecify.annotations");

    private static final List<String> WEB = List.of("jakarta.servlet.", "jakarta.websocket.");

    private static final Map<String, List<String>> OWN = Map.ofEntries(
            entry("api", List.of()),
            entry("api.spi", List.of("api")),
            entry("api.handler", List.of("api")),
            entry("api.event", List.of()),
            entry("protocol", List.of()),
            entry("protocol.engineio", List.of("protocol")),
            entry("protocol.socketio", List.of("protocol")),
            entry("protocol.websocket", List.of("protocol")),
            entry("schedule", List.of()),
            entry("engine", List.of("api", "api.spi", "protocol", "protocol.engineio", "schedule")),
            entry(
                    "transport.http",
                    List.of(
                            "api",
                            "api.spi",
                            "engine",
                            "protocol",
                            "protocol.engineio",
                            "protocol.websocket",
                            "schedule")),
            entry("transport.client", List.of("transport.http")),
            entry("transport.polling", carrier()),
            entry("transport.endpoint", carrier()),
            entry("transport.upgrade", carrier()),
            entry("transport", List.of("api", "api.spi", "engine", "protocol", "transport.")),
            entry(
                    "socketio",
                    List.of(
                            "api",
                            "api.spi",
                            "engine",
                            "protocol",
                            "protocol.engineio",
                            "protocol.socketio",
                            "schedule")),
            entry("json", List.of("api", "api.spi", "socketio", "protocol", "protocol.socketio")),
            entry("cluster", List.of("api", "socketio", "protocol", "protocol.socketio", "schedule")),
            entry("cluster.jms", List.of("cluster", "protocol")),
            entry("emitter", List.of("api", "cluster", "cluster.jms", "json", "socketio")),
            entry("cdi", List.of("api", "api.", "protocol.socketio", "socketio")),
            entry("boot", List.of("")));

    private static final Map<String, List<String>> FOREIGN = Map.ofEntries(
            entry("api.event", List.of("jakarta.inject")),
            entry("api.handler", List.of("jakarta.enterprise.context", "jakarta.enterprise.inject")),
            entry("api.spi", List.of("jakarta.inject")),
            entry("transport", WEB),
            entry("transport.http", List.of("jakarta.servlet.", "jakarta.websocket.", "javax.crypto.")),
            entry("transport.client", List.of("jakarta.servlet.")),
            entry("transport.polling", WEB),
            entry("transport.endpoint", WEB),
            entry("transport.upgrade", WEB),
            entry("json", List.of("jakarta.json.", "jakarta.json")),
            entry("cluster", List.of("javax.crypto.")),
            entry("cluster.jms", List.of("jakarta.jms")),
            entry("emitter", List.of("jakarta.jms")),
            entry("cdi", List.of("jakarta.")),
            entry("boot", List.of("jakarta.", "javax.", "org.eclipse.microprofile.config.")));

    DependencyList() {
        super("depend on what the list in docs/architecture.md allows");
    }

    @Override
    public void check(JavaClass item, ConditionEvents events) {
        item.getDirectDependenciesFromSelf().stream()
                .filter(dependency -> !allows(item.getPackageName(), target(dependency)))
                .forEach(dependency ->
                        events.add(SimpleConditionEvent.violated(dependency, dependency.getDescription())));
    }

    /** Whether a class of one package may use a class of the other. */
    static boolean allows(String user, String used) {
        if (user.equals(used) || used.isEmpty()) {
            return true;
        }
        String room = relative(user);
        return isIn(used, ROOT)
                ? OWN.getOrDefault(room, List.of()).stream().anyMatch(name -> covers(name, relative(used)))
                : foreign(room).anyMatch(name -> covers(name, used));
    }

    private static Stream<String> foreign(String room) {
        return Stream.concat(EVERYWHERE.stream(), FOREIGN.getOrDefault(room, List.of()).stream());
    }

    private static boolean covers(String name, String used) {
        return name.isEmpty()
                || name.equals(used)
                || (name.endsWith(".") && isIn(used, name.substring(0, name.length() - 1)));
    }

    private static boolean isIn(String name, String root) {
        return name.equals(root) || name.startsWith(root + ".");
    }

    private static String relative(String name) {
        return name.equals(ROOT) ? "" : name.substring(ROOT.length() + 1);
    }

    /** The package of what is used; arrays count as what they hold, primitives as nothing. */
    private static String target(Dependency dependency) {
        return dependency.getTargetClass().getBaseComponentType().getPackageName();
    }

    private static List<String> carrier() {
        return List.of("api", "api.spi", "engine", "protocol.", "schedule", "transport.http");
    }
}
