package io.tidings.server;

/** A server that did not come up with its WAR; the message ends with what it logged. */
public final class StartFailed extends RuntimeException {

    private static final long serialVersionUID = 1;
    private static final int TAIL = 8_000;

    StartFailed(String what, ServerProcess process) {
        super(what + "\n" + tail(process.log()));
    }

    private static String tail(String log) {
        return log.substring(Math.max(0, log.length() - TAIL));
    }
}
