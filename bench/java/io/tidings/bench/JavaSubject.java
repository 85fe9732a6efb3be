package io.tidings.bench;

import io.tidings.bench.load.Mode;
import io.tidings.server.AppServer;
import io.tidings.server.Launch;
import io.tidings.server.ServerKind;
import java.nio.file.Path;

/**
 * An application on a Jakarta EE server: Tidings with one of its carriers, or the bare endpoint beside it.
 *
 * @param event the event that clients emit, or nothing for what the mode says
 */
record JavaSubject(String label, ServerKind kind, Launch launch, String event) implements Subject {

    static JavaSubject tidings(ServerKind kind, String carrier) {
        Launch launch = launch("bench").with("tidings.websocket", carrier);
        return new JavaSubject("Tidings, " + kind.label() + ", " + carrier, kind, launch, "");
    }

    /** Another build of the benchmark application, to see what a change has brought. */
    static JavaSubject build(Path war, ServerKind kind, String carrier) {
        Launch ours = tidings(kind, carrier).launch;
        Launch other = ours.serving(war).onPort(ours.port() + 1);
        return new JavaSubject(war.toString(), kind, other, "");
    }

    /** An endpoint of jakarta.websocket that sends back what it gets: what the server can do without us. */
    static JavaSubject bare(ServerKind kind) {
        return new JavaSubject("bare endpoint, " + kind.label(), kind, launch("bare"), "");
    }

    /** The same with clients that emit another event, whose handler may be of another kind. */
    JavaSubject hearing(String other) {
        return other.isEmpty() ? this : new JavaSubject(label + ", " + other, kind, launch, other);
    }

    /** The same on a JVM that tells what it allocates. */
    JavaSubject counted() {
        return new JavaSubject(label, kind, launch.withJvmOptions(Jvm.COUNTED.toArray(String[]::new)), event);
    }

    @Override
    public Mode mode(Mode wanted) {
        return launch.war().endsWith("bare.war") ? Mode.RAW : wanted;
    }

    @Override
    public String event(Mode mode) {
        return event.isEmpty() ? mode.event() : event;
    }

    @Override
    public Running start() {
        return new Started(kind.start(launch));
    }

    private static Launch launch(String app) {
        return Launch.of(app).withPrefix(Cores.server()).withJvmOptions(Jvm.USUAL.toArray(String[]::new));
    }

    private record Started(AppServer server) implements Running {
        @Override
        public long pid() {
            return server.process().pid();
        }

        @Override
        public int port() {
            return server.launch().port();
        }

        @Override
        public void close() {
            server.close();
        }
    }
}
