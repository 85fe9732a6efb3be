package io.tidings.bench;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** netty-socketio from bench/netty, which the build has put beside everything that it needs. */
final class NettyPeer {

    private static final Path BUILT = Path.of(System.getProperty("basedir", ""), "target", "netty-peer");

    private NettyPeer() {}

    static List<String> command(List<String> jvm) {
        List<String> command = new ArrayList<>(List.of(Jvm.tool("java")));
        command.addAll(jvm);
        // nobody listens to what it logs, and it need not say so
        command.add("-Dslf4j.internal.verbosity=ERROR");
        command.addAll(List.of("-cp", BUILT.resolve("classes") + File.pathSeparator + BUILT.resolve("lib/*")));
        command.add("io.tidings.bench.netty.NettyServer");
        return List.copyOf(command);
    }
}
