package io.tidings.bench.load;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;

/** One run of the generator, on the thread that calls it. */
public final class Load implements AutoCloseable {

    private static final int DIALLING_AT_ONCE = 100;
    private static final int HOPELESS = 100;
    private static final long SELECT_MILLIS = 5;
    private static final Duration CONNECT_LIMIT = Duration.ofMinutes(5);
    private static final Duration HALT_LIMIT = Duration.ofMinutes(1);
    private static final Duration QUIET = Duration.ofMillis(500);

    private final Plan plan;
    private final PrintStream out;
    private final Selector selector;
    private final Score score = new Score();
    private final Cast cast;
    private final List<Client> clients = new ArrayList<>();

    private Load(Plan plan, PrintStream out) throws IOException {
        this.plan = plan;
        this.out = out;
        selector = Selector.open();
        cast = new Cast(plan, selector, score);
    }

    /** Runs a plan in words like {@code mode=echo clients=100}; ends with status 1 when a single answer was wrong. */
    public static void main(String[] words) throws IOException {
        try {
            System.exit(run(System.out, words) ? 0 : 1);
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            System.exit(2);
        }
    }

    static boolean run(PrintStream out, String... words) throws IOException {
        try (Load load = new Load(Plan.of(words), out)) {
            return load.run();
        }
    }

    @Override
    public void close() throws IOException {
        for (SelectionKey key : selector.keys()) {
            key.channel().close();
        }
        selector.close();
    }

    private boolean run() throws IOException {
        long start = System.nanoTime();
        connect();
        double seconds = (System.nanoTime() - start) / 1e9;
        Report report = new Report(out);
        report.connected(plan, score, seconds);
        if (score.errors() == 0 && plan.mode().holds()) {
            hold(plan.span().measured());
        } else if (score.errors() == 0) {
            measure(report);
        }
        report.end(score);
        return score.errors() == 0;
    }

    private void connect() throws IOException {
        long limit = System.nanoTime() + CONNECT_LIMIT.toNanos();
        while (score.settled() < plan.shape().clients() && score.errors() < HOPELESS) {
            while (clients.size() < plan.shape().clients() && score.dialling() < DIALLING_AT_ONCE) {
                Client client = cast.client(clients.size());
                clients.add(client);
                score.dialled();
                client.dial();
            }
            select();
            if (System.nanoTime() > limit) {
                score.error(score.dialling() + " clients are not connected after " + CONNECT_LIMIT);
                return;
            }
        }
    }

    private void measure(Report report) throws IOException {
        if (plan.span().halts()) {
            hold(HALT_LIMIT);
        }
        cast.run();
        clients.forEach(Client::begin);
        sendBroadcasts();
        selectUntil(after(plan.span().warmUp()));
        score.restart();
        report.start(plan);
        selectUntil(after(plan.span().measured()));
        report.finish(plan, score);
        if (plan.span().halts()) {
            comeToRest();
            hold(HALT_LIMIT);
        }
    }

    /** Sends nothing more and waits until nothing more comes. */
    private void comeToRest() throws IOException {
        cast.rest();
        long before;
        do {
            before = score.total();
            selectUntil(after(QUIET));
        } while (score.total() > before);
    }

    private void hold(Duration limit) throws IOException {
        out.println("holding=" + score.readyClients());
        BooleanSupplier over = after(limit);
        selectUntil(() -> over.getAsBoolean() || isReleased());
    }

    /** Whoever started this run writes a line when it has seen enough. */
    private static boolean isReleased() {
        try {
            return System.in.readNBytes(System.in.available()).length > 0;
        } catch (IOException e) {
            return true;
        }
    }

    private static BooleanSupplier after(Duration duration) {
        long end = System.nanoTime() + duration.toNanos();
        return () -> System.nanoTime() - end >= 0;
    }

    private void selectUntil(BooleanSupplier over) throws IOException {
        while (!over.getAsBoolean()) {
            select();
        }
    }

    private void select() throws IOException {
        if (plan.pace().isOpen()) {
            // What is sent at a rate cannot wait for something to come.
            selector.selectNow(this::ready);
            score.tick();
            sendBroadcasts();
        } else {
            selector.select(this::ready, SELECT_MILLIS);
        }
    }

    private void ready(SelectionKey key) {
        score.tick();
        ((Wire) key.attachment()).ready();
        sendBroadcasts();
    }

    private void sendBroadcasts() {
        for (int missing = cast.missingBroadcasts(); missing > 0; missing--) {
            clients.get(Broadcasts.SENDER).begin();
        }
    }
}
