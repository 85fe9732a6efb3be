package io.tidings.bench;

import io.tidings.bench.load.Mode;
import io.tidings.server.ServerKind;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** Runs the benchmark that {@code -Dbench=} names and prints its table; bench/README.md lists them. */
public final class Bench {

    private static final List<String> NAMES = List.of(
            "echo",
            "ack",
            "bcast",
            "cluster",
            "endpoint",
            "bare",
            "polling",
            "connect",
            "idle",
            "park",
            "sockets",
            "allocation",
            "profile");
    private static final Path RESULTS = Path.of(System.getProperty("basedir", ""), "target", "bench");

    private final Options options;
    private final Field field;

    private Bench(Options options, ServerKind server) {
        this.options = options;
        this.field = new Field(options, server);
    }

    public static void main(String[] arguments) throws IOException {
        Cores.check();
        Options options = new Options(System.getProperties());
        String name = options.oneOf("bench", NAMES);
        ServerKind server = ServerKind.of(options.text("server", "wildfly"));
        PrintStream out = System.out;
        String text = new Bench(options, server).benchmark(name).run(out::println);
        Path file = Files.createDirectories(RESULTS).resolve(name + "-" + server.label() + ".md");
        Files.writeString(file, text);
        out.println("\n" + text + "\nAlso in " + file);
    }

    private Benchmark benchmark(String name) {
        return switch (name) {
            case "ack", "bcast" -> contest(Mode.labelled(name), field.ofSocketIo());
            case "cluster" -> cluster();
            case "endpoint" -> contest(Mode.ECHO, field.ofCarriers());
            case "bare" -> contest(Mode.ECHO, field.ofContainers());
            case "polling" -> contest(Mode.POLLING_ECHO, field.ofEngineIo());
            case "connect" -> contest(Mode.CONNECT, field.ofEngineIo());
            case "idle" -> new Holding(Mode.IDLE, field.tidings(), options.number("clients", 10_000));
            case "park" -> new Holding(Mode.PARK, field.tidings(), options.number("clients", 15_000));
            case "sockets" -> new SimulatedSockets(options.number("clients", 1_000_000));
            case "allocation" -> allocation();
            case "profile" -> profile();
            default -> contest(Mode.ECHO, field.ofEngineIo());
        };
    }

    private Contest contest(Mode mode, List<Subject> subjects) {
        return new Contest(mode, subjects, warmUp(), options.number("rounds", 5), generator(mode));
    }

    private ClusterContest cluster() {
        return new ClusterContest(
                field.ofClusters(ClusterContest.NODES),
                warmUp(),
                options.number("rounds", 5),
                options.number("rate", 5_000),
                generator(Mode.BCAST).clients(options.number("clients", 300)));
    }

    private Allocation allocation() {
        List<Mode> modes = List.of(Mode.ACK, Mode.BCAST);
        return new Allocation(field.ofHeaps(), modes, this::generator, warmUp(), options.number("rounds", 5));
    }

    private Profile profile() {
        Mode mode = Mode.labelled(options.text("mode", Mode.ECHO.label()));
        Path recording = RESULTS.resolve(mode.label() + "-" + field.server().label() + ".jfr");
        return new Profile(mode, field.tidings(), warmUp(), recording, generator(mode));
    }

    private Duration warmUp() {
        return options.seconds("warmup", 20);
    }

    private Generator generator(Mode mode) {
        return new Generator()
                .clients(options.number("clients", mode.usualClients()))
                .message(
                        options.number("inflight", 4),
                        options.number("payload", 32),
                        Boolean.parseBoolean(options.text("binary", "false")))
                .time(options.seconds("settle", 1), options.seconds("seconds", 5));
    }
}
