package io.tidings.bench;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** How the JVMs that are measured are started, and the tools of the JDK that look into them. */
final class Jvm {

    /** A heap that neither grows nor shrinks, and otherwise the defaults. */
    static final List<String> USUAL = List.of("-Xms1g", "-Xmx1g");

    /**
     * The same with a heap whose growth is what was allocated: a thread's buffer counts as full however little of it is
     * used, and the usual ones have megabytes. What remains is about one percent too much.
     */
    static final List<String> COUNTED = Stream.concat(
                    USUAL.stream(), Stream.of("-XX:+UseSerialGC", "-XX:TLABSize=64k", "-XX:-ResizeTLAB"))
            .toList();

    private Jvm() {}

    static String tool(String name) {
        return Path.of(System.getProperty("java.home"), "bin", name).toString();
    }
}
