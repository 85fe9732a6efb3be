package io.tidings.bench;

import io.tidings.server.ServerKind;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Who is measured in a benchmark: ours first, then what it is compared with. */
record Field(Options options, ServerKind server) {

    private static final Pattern SPACES = Pattern.compile(" +");

    JavaSubject tidings() {
        return JavaSubject.tidings(server, carrier()).hearing(options.text("event", ""));
    }

    /** Engine.IO: the reference implementation, or where one is given, another build of ours. */
    List<Subject> ofEngineIo() {
        return List.of(tidings(), isAgainstBuild() ? otherBuild() : engineIo());
    }

    /** What Tidings adds to jakarta.websocket. */
    List<Subject> ofCarriers() {
        return List.of(JavaSubject.tidings(server, "endpoint"), JavaSubject.bare(server));
    }

    /** What the server does without Tidings. */
    List<Subject> ofContainers() {
        return List.of(JavaSubject.bare(server), engineIo());
    }

    /** Socket.IO: the peers, or where one is given, another build of ours; and the limit, where one is given. */
    List<Subject> ofSocketIo() {
        List<Subject> subjects = new ArrayList<>(List.of(tidings()));
        subjects.addAll(
                isAgainstBuild()
                        ? List.of(otherBuild())
                        : peers().map(Peer::subject).toList());
        String limit = options.text("limit", "");
        if (!limit.isEmpty()) {
            List<String> command = SPACES.splitAsStream(limit).toList();
            subjects.add(new CommandSubject("C limit", () -> command));
        }
        return List.copyOf(subjects);
    }

    /** Several nodes of ours, and the reference implementation with Redis. */
    List<Subject> ofClusters(int nodes) {
        Subject ours = new NodesSubject(server, carrier(), nodes);
        return options.text("peers", "").equals("none") ? List.of(ours) : List.of(ours, new RedisSubject(nodes));
    }

    /** Those of them that are JVMs, and tell what they allocate. */
    List<Subject> ofHeaps() {
        Stream<Subject> others = isAgainstBuild()
                ? Stream.of(otherBuild().counted())
                : peers().map(Peer::counted).flatMap(Optional::stream);
        return Stream.concat(Stream.of(tidings().counted()), others).toList();
    }

    private Stream<Peer> peers() {
        return options.someOf("peers", Peer.labels()).stream().map(Peer::labelled);
    }

    private boolean isAgainstBuild() {
        return !options.text("against", "").isEmpty();
    }

    private JavaSubject otherBuild() {
        return JavaSubject.build(Path.of(options.text("against", "")), server, carrier())
                .hearing(options.text("event", ""));
    }

    private String carrier() {
        return options.oneOf("websocket", List.of("upgrade", "endpoint"));
    }

    private static Subject engineIo() {
        return new CommandSubject("engine.io, Node.js", () -> NpmPackages.node("engine-echo.mjs"));
    }
}
