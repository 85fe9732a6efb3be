package io.tidings.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidings.server.ServerProcess;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a server has logged since the last look. */
final class ServerLog {

    private static final Pattern COLOUR = Pattern.compile("\u001b\\[[0-9;]*m");
    private static final Pattern STACK_TRACE = Pattern.compile("^\\s+at \\S+\\(|^\\s+\\.\\.\\. \\d+ more|^Caused by: ");
    private static final Pattern ALARM = Pattern.compile("\\b(WARN|WARNING|ERROR|SEVERE|FATAL)\\b");
    /** WildFly on a busy machine: a tick came while the one before was at work. No client can cause it. */
    private static final String LATE_TICK = "WFLYEJB0043";
    /** Where a record begins; what follows it, such as a stack trace, belongs to it. */
    private static final Pattern RECORD =
            Pattern.compile("\\b(INFO|WARN|WARNING|ERROR|SEVERE|FATAL)\\b|^Exception in thread");
    /** One line for each kind of fault of the project, in any second. */
    private static final Pattern FAULT =
            Pattern.compile("(refused a request|refused a handshake|closed a session|the application failed)[: ]");

    /** What Payara's HTTP and WebSocket layers say of clients, before or behind us. */
    private static final Pattern LAYER_BELOW = Pattern.compile("org\\.glassfish\\.(tyrus|grizzly)\\.");
    /** Payara with Tyrus: the client was gone before its Close frame was handled to the end. */
    private static final String GONE_WHILE_CLOSING = "Response Error during finishResponse";

    /**
     * Payara on a body that did not come at once: it calls back once more after the answer, and fails on its own request.
     * Printed by a thread that dies, and so in pieces, with lines of others between them.
     */
    private static final Pattern LATE_CALLBACK =
            Pattern.compile("Cannot invoke \"org.apache.catalina.Context.getLoader");

    /** The first of the two lines that Payara makes of a record: when, and which class and method. */
    private static final Pattern SOURCE = Pattern.compile("\\b\\w{3} \\d{1,2}, \\d{4} \\d\\S* [AP]M (\\S+ \\S+)$");

    private final ServerProcess process;
    private final long startedAt = System.nanoTime();
    private int seen;
    private int faults;
    private String expected = LATE_TICK;
    /** Whether the last record was nobody's fault; what belongs to it may still come. */
    private boolean excused;

    ServerLog(ServerProcess process) {
        this.process = process;
        this.seen = process.log().length();
    }

    /** What has come since this was asked last, each record's head on one line. */
    List<String> fresh() {
        String all = process.log();
        List<String> lines = linesOf(all.substring(seen));
        seen = all.length();
        return lines;
    }

    /** Likewise, but leaves it to be judged at the end of the test. */
    List<String> peek() {
        return linesOf(process.log().substring(seen));
    }

    private static List<String> linesOf(String text) {
        List<String> lines = new ArrayList<>();
        String source = "";
        for (String raw : text.split("\n", -1)) {
            String line = source + COLOUR.matcher(raw).replaceAll("");
            Matcher announced = SOURCE.matcher(line);
            source = announced.find() ? announced.group(1) + " " : "";
            if (source.isEmpty() && !line.isBlank()) {
                lines.add(line);
            }
        }
        return lines;
    }

    /** For the next look: what a container itself says of a fault that it meets before we do, stack trace included. */
    void expect(String code) {
        expected = code;
    }

    /** No stack trace, nothing alarming, and no more lines than one a second and kind. */
    void assertClean() {
        List<String> bad = new ArrayList<>();
        for (String line : fresh()) {
            if (RECORD.matcher(line).find() || LATE_CALLBACK.matcher(line).find()) {
                excused = line.contains(expected) || isContainers(line);
            }
            if (!excused
                    && (STACK_TRACE.matcher(line).find() || ALARM.matcher(line).find())) {
                bad.add(line);
            }
            faults += FAULT.matcher(line).find() ? 1 : 0;
        }
        expected = LATE_TICK;
        assertThat(bad).as("alarming lines in the log").isEmpty();
        long seconds = (System.nanoTime() - startedAt) / 1_000_000_000 + 2;
        assertThat(faults).as("log lines about clients in %s s", seconds).isLessThanOrEqualTo((int) (4 * seconds));
    }

    private static boolean isContainers(String line) {
        return line.contains(LATE_TICK)
                || line.contains(GONE_WHILE_CLOSING)
                || LAYER_BELOW.matcher(line).find()
                || LATE_CALLBACK.matcher(line).find();
    }

    /** True if the text is anywhere in the log. */
    boolean contains(String text) {
        return process.log().contains(text);
    }
}
