package io.tidings.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The reference: engine.io on Node.js with its default settings, from bench/node. */
record NodeSubject() implements Subject {

    private static final Path HOME = Path.of(System.getProperty("basedir", ""), "bench", "node");
    private static final Path SCRIPT = HOME.resolve("engine-echo.mjs");

    @Override
    public String label() {
        return "engine.io, Node.js";
    }

    @Override
    public String path() {
        return "/engine.io/";
    }

    @Override
    public Running start() {
        install();
        int port = freePort();
        List<String> command = new ArrayList<>(List.of(Cores.server()));
        command.addAll(List.of("node", SCRIPT.toString(), Integer.toString(port)));
        Process process = Children.start(command);
        BufferedReader output = process.inputReader(StandardCharsets.UTF_8);
        try {
            String line = output.readLine();
            if (!"ready".equals(line)) {
                throw new IllegalStateException("Node.js did not start " + SCRIPT + ": " + line);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Started(process, port);
    }

    private static void install() {
        if (Files.isDirectory(HOME.resolve("node_modules"))) {
            return;
        }
        Process npm = Children.start(List.of("npm", "ci", "--ignore-scripts", "--silent", "--prefix", HOME.toString()));
        if (Children.await(npm) != 0) {
            throw new IllegalStateException("npm ci failed in " + HOME);
        }
    }

    private static int freePort() {
        try (ServerSocket probe = new ServerSocket(0)) {
            return probe.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private record Started(Process process, int port) implements Running {
        @Override
        public long pid() {
            return process.pid();
        }

        @Override
        public void close() {
            Children.stop(process);
        }
    }
}
