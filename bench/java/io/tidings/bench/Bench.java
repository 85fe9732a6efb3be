package io.tidings.bench;

import io.tidings.bench.load.Mode;
import io.tidings.server.ServerKind;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Runs the benchmark that {@code -Dbench=} names and prints its table; bench/README.md lists them. */
public final class Bench {

    private static final List<String> NAMES =
            List.of("echo", "endpoint", "bare", "polling", "connect", "idle", "park", "sockets", "profile");
    private static final Path RESULTS = Path.of(System.getProperty("basedir", ""), "target", "bench");

    private final Options options;

    private Bench(Options options) {
        this.options = options;
    }

    public static void main(String[] arguments) throws IOException {
        Cores.check();
        Options options = new Options(System.getProperties());
        String name = options.oneOf("bench", NAMES);
        ServerKind server = ServerKind.of(options.text("server", "wildfly"));
        PrintStream out = System.out;
        String text = new Bench(options).benchmark(name, server).run(out::println);
        Path file = Files.createDirectories(RESULTS).resolve(name + "-" + server.label() + ".md");
        Files.writeString(file, text);
        out.println("\n" + text + "\nAlso in " + file);
    }

    private Benchmark benchmark(String name, ServerKind server) {
        return switch (name) {
            case "endpoint" -> contest(Mode.ECHO, JavaSubject.tidings(server, "endpoint"), JavaSubject.bare(server));
            case "bare" -> contest(Mode.ECHO, JavaSubject.bare(server), new NodeSubject());
            case "polling" -> contest(Mode.POLLING_ECHO, tidings(server), reference(server));
            case "connect" -> contest(Mode.CONNECT, tidings(server), reference(server));
            case "idle" -> new Holding(Mode.IDLE, tidings(server), options.number("clients", 10_000));
            case "park" -> new Holding(Mode.PARK, tidings(server), options.number("clients", 15_000));
            case "sockets" -> new SimulatedSockets(options.number("clients", 1_000_000));
            case "profile" -> profile(server);
            default -> contest(Mode.ECHO, tidings(server), reference(server));
        };
    }

    private Contest contest(Mode mode, Subject contender, Subject reference) {
        return new Contest(
                mode,
                List.of(contender, reference),
                options.seconds("warmup", 20),
                options.number("rounds", 5),
                generator());
    }

    private Profile profile(ServerKind server) {
        Mode mode = Mode.labelled(options.text("mode", Mode.ECHO.label()));
        Path recording = RESULTS.resolve("echo-" + server.label() + ".jfr");
        return new Profile(mode, tidings(server), options.seconds("warmup", 20), recording, generator());
    }

    private Subject tidings(ServerKind server) {
        return JavaSubject.tidings(server, carrier());
    }

    /** The reference implementation, or where one is given, another build of ours. */
    private Subject reference(ServerKind server) {
        String war = options.text("against", "");
        return war.isEmpty() ? new NodeSubject() : JavaSubject.build(Path.of(war), server, carrier());
    }

    private String carrier() {
        return options.oneOf("websocket", List.of("upgrade", "endpoint"));
    }

    private Generator generator() {
        return new Generator()
                .clients(options.number("clients", 100))
                .message(
                        options.number("inflight", 4),
                        options.number("payload", 32),
                        Boolean.parseBoolean(options.text("binary", "false")))
                .time(options.seconds("settle", 1), options.seconds("seconds", 5));
    }
}
