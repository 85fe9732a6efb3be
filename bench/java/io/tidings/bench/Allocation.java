package io.tidings.bench;

import io.tidings.bench.load.Mode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/**
 * How many bytes a JVM allocates for a message. Each round is a short run and a long one: what the long one allocates
 * more is for the messages it has more, because both have the same clients connect and leave.
 */
record Allocation(
        List<Subject> subjects, List<Mode> modes, Function<Mode, Generator> generators, Duration warmUp, Rounds rounds)
        implements Benchmark {

    private static final Duration SHORT = Duration.ofSeconds(1);

    /** How many rounds, of which length, and the directory for what they record. */
    record Rounds(int count, Duration seconds, Path recordings) {}

    Allocation {
        subjects = List.copyOf(subjects);
        modes = List.copyOf(modes);
    }

    @Override
    public String run(Progress progress) {
        Table table = new Table("allocation", "for each", "bytes, median", "least", "most", "messages counted");
        for (Subject subject : subjects) {
            progress.say("starting " + subject.label());
            try (Running server = subject.start()) {
                for (Mode mode : modes) {
                    progress.say("%s, %s".formatted(subject.label(), mode.label()));
                    measure(mode, subject, server, table);
                }
            }
        }
        return table.toString();
    }

    private void measure(Mode mode, Subject subject, Running server, Table table) {
        Generator generator = generators.apply(mode);
        generator.warmingUp(warmUp).run(mode, subject, server);
        Path recording = recording(mode);
        Jcmd.run(server.pid(), "JFR.start", "name=allocation", "settings=default");
        List<Double> messages = new ArrayList<>();
        Jcmd.run(server.pid(), "GC.run");
        for (int run = 0; run < 2 * rounds.count(); run++) {
            Duration length = run % 2 == 0 ? SHORT : rounds.seconds().plus(SHORT);
            Sample sample = generator.time(Duration.ZERO, length).run(mode, subject, server);
            messages.add(sample.number("total"));
            Jcmd.run(server.pid(), "GC.run");
        }
        Jcmd.run(server.pid(), "JFR.stop", "name=allocation", "filename=" + recording);
        List<Long> allocated = HeapHistory.of(recording).allocatedBetweenMarks();
        row(table, subject.label(), mode, allocated, messages);
    }

    private Path recording(Mode mode) {
        try {
            Path directory = Files.createDirectories(rounds.recordings().toAbsolutePath());
            return directory.resolve("allocation-" + mode.label() + ".jfr");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void row(Table table, String label, Mode mode, List<Long> allocated, List<Double> messages) {
        if (allocated.size() != messages.size()) {
            throw new IllegalStateException(messages.size() + " runs, but " + allocated.size() + " in the recording");
        }
        double[] each = new double[rounds.count()];
        double counted = 0;
        for (int i = 0; i < each.length; i++) {
            double more = messages.get(2 * i + 1) - messages.get(2 * i);
            each[i] = (allocated.get(2 * i + 1) - allocated.get(2 * i)) / more;
            counted += more;
        }
        Arrays.sort(each);
        table.row(
                label,
                mode.label(),
                Table.whole(each[each.length / 2]),
                Table.whole(each[0]),
                Table.whole(each[each.length - 1]),
                Table.whole(counted));
    }
}
