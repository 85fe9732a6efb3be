package io.tidings.bench;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** A Socket.IO server that Tidings is measured beside. */
enum Peer {
    NODE("socket.io, Node.js") {
        @Override
        List<String> command() {
            return NpmPackages.node("socket-io-node.mjs");
        }
    },
    BUN("socket.io, Bun engine") {
        @Override
        List<String> command() {
            return NpmPackages.bun("socket-io-bun.mjs");
        }
    },
    NETTY("netty-socketio") {
        @Override
        List<String> command() {
            List<String> command = new ArrayList<>(List.of(Jdk.tool("java")));
            command.addAll(JavaSubject.JVM);
            // its logging has no back end here, which is no news
            command.add("-Dslf4j.internal.verbosity=ERROR");
            command.addAll(List.of("-cp", BUILT.resolve("classes") + File.pathSeparator + BUILT.resolve("lib/*")));
            command.add("io.tidings.bench.netty.NettyPeer");
            return command;
        }
    };

    private static final Path BUILT = Path.of(System.getProperty("basedir", ""), "target", "netty-peer");

    private final String title;

    Peer(String title) {
        this.title = title;
    }

    /** The name as {@code -Dpeers=} has it. */
    String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    Subject subject() {
        return new CommandSubject(title, this::command);
    }

    /** Whether it has a heap that the tools of the JDK can look into. */
    boolean isJava() {
        return this == NETTY;
    }

    abstract List<String> command();

    static List<String> labels() {
        return Arrays.stream(values()).map(Peer::label).toList();
    }

    static Peer labelled(String label) {
        return valueOf(label.toUpperCase(Locale.ROOT));
    }
}
