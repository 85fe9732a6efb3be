package io.tidings.bench;

import io.tidings.bench.load.Load;
import io.tidings.bench.load.Mode;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.HdrHistogram.Histogram;

/** Starts the load generator as a process of its own, pinned to its core. */
final class Generator {

    private static final Duration LONGEST_HOLD = Duration.ofMinutes(10);

    private final Map<String, String> words;

    Generator() {
        this(Map.of());
    }

    private Generator(Map<String, String> words) {
        this.words = Map.copyOf(words);
    }

    Generator clients(int clients) {
        return with(Map.of("clients", Integer.toString(clients)));
    }

    Generator message(int inFlight, int payloadBytes, boolean binary) {
        return with(Map.of(
                "inflight", Integer.toString(inFlight),
                "payload", Integer.toString(payloadBytes),
                "binary", Boolean.toString(binary)));
    }

    Generator inFlight(int messages) {
        return with(Map.of("inflight", Integer.toString(messages)));
    }

    /** Broadcasts that only the first clients hear, sent at a rate; 0 for as many as there are in flight. */
    Generator toAudience(int audience, int rate) {
        return with(Map.of("audience", Integer.toString(audience), "rate", Integer.toString(rate)));
    }

    /** What does not count yet, and what counts. */
    Generator time(Duration settling, Duration measured) {
        return with(
                Map.of("warmup", Long.toString(settling.toSeconds()), "seconds", Long.toString(measured.toSeconds())));
    }

    /** The same load for as long as a server needs to warm up. */
    Generator warmingUp(Duration warmUp) {
        return time(warmUp, Duration.ofSeconds(1));
    }

    /** Loads the server for the given time. A wrong answer ends the benchmark. */
    Sample run(Mode mode, Subject subject, Running server) {
        return run(mode, subject, server, () -> {});
    }

    /** Loads the server and does {@code atRest} before and after that, when all clients are connected and silent. */
    Sample runFromRestToRest(Mode mode, Subject subject, Running server, Runnable atRest) {
        return with(Map.of("halts", "true")).run(mode, subject, server, atRest);
    }

    /** Connects all clients, does {@code meanwhile} and lets them go; fails when one of them was lost. */
    void hold(Mode mode, Subject subject, Running server, Runnable meanwhile) {
        time(Duration.ZERO, LONGEST_HOLD).run(mode, subject, server, meanwhile);
    }

    private Sample run(Mode mode, Subject subject, Running server, Runnable atRest) {
        Process process = start(mode, subject, server);
        List<String> lines = new ArrayList<>();
        try (BufferedReader output = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = output.readLine(); line != null; line = output.readLine()) {
                lines.add(line);
                if (line.startsWith("holding=")) {
                    atRest.run();
                    process.outputWriter(StandardCharsets.UTF_8).append('\n').flush();
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Sample sample = Sample.of(lines);
        if (Children.await(process) != 0) {
            throw new IllegalStateException(subject.label() + " failed under load: " + sample);
        }
        return sample;
    }

    private Process start(Mode mode, Subject subject, Running server) {
        Mode played = subject.mode(mode);
        Generator complete = with(Map.of(
                "mode", played.label(),
                "event", subject.event(played),
                "port", joined(server.ports()),
                "pid", joined(server.pids())));
        return Children.start(complete.command());
    }

    private static String joined(List<? extends Number> numbers) {
        return numbers.stream().map(Number::toString).collect(Collectors.joining(","));
    }

    private List<String> command() {
        List<String> command = new ArrayList<>(List.of(Cores.load()));
        command.add(Jvm.tool("java"));
        command.addAll(List.of("-Xmx2g", "-cp", home(Load.class) + File.pathSeparator + home(Histogram.class)));
        command.add(Load.class.getName());
        words.forEach((name, value) -> command.add(name + "=" + value));
        return command;
    }

    private Generator with(Map<String, String> more) {
        Map<String, String> all = new TreeMap<>(words);
        all.putAll(more);
        return new Generator(all);
    }

    private static String home(Class<?> type) {
        try {
            return Path.of(type.getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .toURI())
                    .toString();
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
