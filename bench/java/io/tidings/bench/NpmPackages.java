package io.tidings.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** What bench/node brings from npm, installed by its lock file and without any script of the packages. */
final class NpmPackages {

    private static final Path HOME =
            Path.of(System.getProperty("basedir", ""), "bench", "node").toAbsolutePath();

    private NpmPackages() {}

    /** The command that runs a script of bench/node on Node.js. */
    static List<String> node(String script) {
        install();
        return List.of("node", HOME.resolve(script).toString());
    }

    /** The command that runs a script of bench/node on Bun. */
    static List<String> bun(String script) {
        install();
        return List.of(bun().toString(), HOME.resolve(script).toString());
    }

    /** Bun's own script would put its program elsewhere; it runs as well from the package npm chose for this system. */
    private static Path bun() {
        try (Stream<Path> platforms = Files.list(HOME.resolve("node_modules/@oven"))) {
            return platforms
                    .sorted()
                    .map(platform -> platform.resolve("bin/bun"))
                    .filter(Files::isExecutable)
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("npm has no Bun for this system"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void install() {
        try {
            if (isCurrent(HOME.resolve("node_modules/.package-lock.json"), HOME.resolve("package-lock.json"))) {
                return;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Process npm = Children.start(List.of("npm", "ci", "--ignore-scripts", "--silent", "--prefix", HOME.toString()));
        if (Children.await(npm) != 0) {
            throw new IllegalStateException("npm ci failed in " + HOME);
        }
    }

    private static boolean isCurrent(Path installed, Path wanted) throws IOException {
        return Files.exists(installed)
                && Files.getLastModifiedTime(installed).compareTo(Files.getLastModifiedTime(wanted)) >= 0;
    }
}
