package io.tidings.server;

import java.net.URI;
import java.nio.file.Path;

/** A running application server that serves one WAR at its root. */
public interface AppServer extends AutoCloseable {

    /** The root of the WAR, with a slash at its end. */
    default URI uri() {
        return URI.create("http://localhost:" + launch().port() + "/");
    }

    /** What this server was started with; starting it again gives the same server on the same port. */
    Launch launch();

    /** The server's process: its log, its threads, its end. */
    ServerProcess process();

    /** Replaces the WAR by a fresh deployment of itself in the running server; returns when that answers. */
    void redeploy();

    /** Deploys another WAR beside it, at the path that its name says; returns when that answers. */
    void deploy(Path other);

    /** Takes the WAR out of the running server; returns when it is gone. */
    void undeploy();

    /** Stops the server as an operator does and waits for its end. */
    @Override
    default void close() {
        process().stop();
    }
}
