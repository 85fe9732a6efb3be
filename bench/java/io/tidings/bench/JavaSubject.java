package io.tidings.bench;

import io.tidings.bench.load.Mode;
import io.tidings.server.AppServer;
import io.tidings.server.Launch;
import io.tidings.server.ServerKind;
import java.nio.file.Path;

/** An application on a Jakarta EE server: Tidings with one of its carriers, or the bare endpoint beside it. */
record JavaSubject(String label, String path, ServerKind kind, Launch launch) implements Subject {

    private static final String[] JVM = {"-Xms1g", "-Xmx1g"};

    static JavaSubject tidings(ServerKind kind, String carrier) {
        Launch launch = launch("bench").with("tidings.websocket", carrier);
        return new JavaSubject("Tidings, " + kind.label() + ", " + carrier, "/engine.io/", kind, launch);
    }

    /** Another build of the benchmark application, to see what a change has brought. */
    static JavaSubject build(Path war, ServerKind kind, String carrier) {
        JavaSubject ours = tidings(kind, carrier);
        Launch launch = ours.launch;
        Launch other = new Launch(war, launch.port() + 1, launch.properties(), launch.jvmOptions(), launch.prefix());
        return new JavaSubject(war.toString(), ours.path, kind, other);
    }

    /** An endpoint of jakarta.websocket that sends back what it gets: what the server can do without us. */
    static JavaSubject bare(ServerKind kind) {
        return new JavaSubject("bare endpoint, " + kind.label(), "/echo", kind, launch("bare"));
    }

    @Override
    public Mode mode(Mode wanted) {
        return launch.war().endsWith("bare.war") ? Mode.RAW : wanted;
    }

    @Override
    public Running start() {
        return new Started(kind.start(launch));
    }

    private static Launch launch(String app) {
        return Launch.of(app).withPrefix(Cores.server()).withJvmOptions(JVM);
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
