package io.tidings.transport.client;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toUnmodifiableMap;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;

/**
 * The official client for browsers as the build has put it into the jar: a fixed set of files of one version. In memory is
 * only what has been asked for; that is 2 MB once everything has, in every encoding.
 */
public final class ClientFiles {

    private static final List<String> NAMES = Stream.of(
                    "socket.io.js", "socket.io.min.js", "socket.io.esm.min.js", "socket.io.msgpack.min.js")
            .flatMap(script -> Stream.of(script, script + ".map"))
            .toList();

    private final String home;
    private final EntityTag tag;
    private final Map<String, ClientFile> files;

    /** Those in the directory of resources; fails where one is missing. */
    ClientFiles(String home) {
        this.home = home;
        this.tag = new EntityTag(version());
        this.files = NAMES.stream().collect(toUnmodifiableMap(identity(), this::file));
    }

    /** Those that this jar carries; fails where it was packed anew without them. */
    public static ClientFiles ofThisJar() {
        return new ClientFiles("/META-INF/tidings/client/");
    }

    private ClientFile file(String name) {
        if (ClientFiles.class.getResource(home + name) == null) {
            throw missing(name);
        }
        return new ClientFile(name, () -> read(name));
    }

    private String version() {
        Properties properties = new Properties();
        try (InputStream in = open("client.properties")) {
            properties.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        String version = properties.getProperty("version");
        if (version == null) {
            throw missing("client.properties with a version");
        }
        return version;
    }

    private byte[] read(String name) {
        try (InputStream in = open(name)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private InputStream open(String name) {
        InputStream in = ClientFiles.class.getResourceAsStream(home + name);
        if (in == null) {
            throw missing(name);
        }
        return in;
    }

    private IllegalStateException missing(String name) {
        return new IllegalStateException("The jar of Tidings lacks " + home + name
                + "; take it as it was built, or set tidings.serve-client to false.");
    }

    /** What the files are called below the path of the engine. */
    public List<String> names() {
        return NAMES;
    }

    Optional<ClientFile> named(String name) {
        return Optional.ofNullable(files.get(name));
    }

    /** One for all files, as they change together, and for all encodings, as nobody can ask for a part of one. */
    EntityTag tag() {
        return tag;
    }
}
