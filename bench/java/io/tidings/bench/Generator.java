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
import org.HdrHistogram.Histogram;

/** Starts the load generator as a process of its own, pinned to its core. */
final class Generator {

    private static final Duration LONGEST_HOLD = Duration.ofMinutes(10);

    private final Map<String, String> words = new TreeMap<>();

    Generator clients(int clients) {
        words.put("clients", Integer.toString(clients));
        return this;
    }

    Generator message(int inFlight, int payloadBytes, boolean binary) {
        words.put("inflight", Integer.toString(inFlight));
        words.put("payload", Integer.toString(payloadBytes));
        words.put("binary", Boolean.toString(binary));
        return this;
    }

    Generator time(Duration warmUp, Duration measured) {
        words.put("warmup", Long.toString(warmUp.toSeconds()));
        words.put("seconds", Long.toString(measured.toSeconds()));
        return this;
    }

    /** Loads the server for the given time. A wrong answer ends the benchmark. */
    Sample run(Mode mode, Subject subject, Running server) {
        Process process = start(mode, subject, server);
        try (BufferedReader output = process.inputReader(StandardCharsets.UTF_8)) {
            Sample sample = Sample.of(output.lines().toList());
            if (Children.await(process) != 0) {
                throw new IllegalStateException(subject.label() + " failed under load: " + sample);
            }
            return sample;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Connects all clients, does {@code meanwhile} and lets them go; fails when one of them was lost. */
    void hold(Mode mode, Subject subject, Running server, Runnable meanwhile) {
        time(Duration.ZERO, LONGEST_HOLD);
        Process process = start(mode, subject, server);
        List<String> lines = new ArrayList<>();
        try (BufferedReader output = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = output.readLine(); line != null; line = output.readLine()) {
                lines.add(line);
                if (line.startsWith("holding=")) {
                    meanwhile.run();
                    process.outputWriter(StandardCharsets.UTF_8).append('\n').flush();
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (Children.await(process) != 0) {
            throw new IllegalStateException(subject.label() + " lost clients: " + Sample.of(lines));
        }
    }

    private Process start(Mode mode, Subject subject, Running server) {
        words.put("mode", subject.mode(mode).label());
        words.put("path", subject.path());
        words.put("port", Integer.toString(server.port()));
        words.put("pid", Long.toString(server.pid()));
        List<String> command = new ArrayList<>(List.of(Cores.load()));
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-Xmx2g", "-cp", home(Load.class) + File.pathSeparator + home(Histogram.class)));
        command.add(Load.class.getName());
        words.forEach((name, value) -> command.add(name + "=" + value));
        return Children.start(command);
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
