package io.tidings.bench.load;

import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.HdrHistogram.Histogram;

/** Prints what a run found as lines of {@code name=value}. */
final class Report {

    private static final double NANOS_PER_MICRO = 1e3;

    private final PrintStream out;
    private long startedAt;
    private long ownCpu;
    private List<Duration> serverCpu = List.of();

    Report(PrintStream out) {
        this.out = out;
    }

    void connected(Plan plan, Score score, double seconds) {
        line("mode", plan.mode().label());
        line("clients", score.readyClients());
        line("connected.per-second", Math.round(score.readyClients() / seconds));
    }

    void start(Plan plan) {
        serverCpu = serverCpu(plan);
        ownCpu = ownCpu();
        startedAt = System.nanoTime();
    }

    void finish(Plan plan, Score score) {
        long elapsed = System.nanoTime() - startedAt;
        Histogram latencies = score.latencies();
        long count = latencies.getTotalCount();
        if (count == 0) {
            score.error("nothing came back in the measured time");
            return;
        }
        line("count", count);
        line("per-second", Math.round(count * 1e9 / elapsed));
        line("p50.us", micros(latencies.getValueAtPercentile(50)));
        line("p99.us", micros(latencies.getValueAtPercentile(99)));
        line("p99.9.us", micros(latencies.getValueAtPercentile(99.9)));
        line("max.us", micros(latencies.getMaxValue()));
        if (plan.target().isCluster()) {
            places(score);
        }
        serverCpu(plan, count);
        line("generator.busy.percent", Math.round((ownCpu() - ownCpu) * 100.0 / elapsed));
    }

    /** All messages of the run, whether they were measured or not, and what was wrong. */
    void end(Score score) {
        line("total", score.total());
        line("errors", score.errors());
        String first = score.firstError();
        if (first != null) {
            line("first-error", first.replaceAll("\\p{Cntrl}+", " "));
        }
    }

    private void places(Score score) {
        line("here.p50.us", micros(score.latenciesHere().getValueAtPercentile(50)));
        line("here.p99.us", micros(score.latenciesHere().getValueAtPercentile(99)));
        line("elsewhere.p50.us", micros(score.latenciesElsewhere().getValueAtPercentile(50)));
        line("elsewhere.p99.us", micros(score.latenciesElsewhere().getValueAtPercentile(99)));
    }

    /** Of all processes for each message, and of the last of them alone. */
    private void serverCpu(Plan plan, long count) {
        List<Duration> now = serverCpu(plan);
        long total = 0;
        long last = 0;
        for (int i = 0; i < now.size(); i++) {
            last = now.get(i).minus(serverCpu.get(i)).toNanos();
            total += last;
        }
        if (!now.isEmpty()) {
            line("server.cpu.us", decimal(total / NANOS_PER_MICRO / count));
            line("last.cpu.us", decimal(last / NANOS_PER_MICRO / count));
        }
    }

    private static List<Duration> serverCpu(Plan plan) {
        return plan.serverPids().stream()
                .filter(pid -> pid != 0)
                .map(CpuClock::of)
                .toList();
    }

    private static long ownCpu() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private static String micros(long nanos) {
        return decimal(nanos / NANOS_PER_MICRO);
    }

    private static String decimal(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }

    private void line(String name, Object value) {
        out.println(name + "=" + value);
    }
}
