package io.tidings.bench;

import io.tidings.bench.load.Mode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * How many bytes a JVM allocates for a message. A full collection before the load and one after it, both while all
 * clients are connected and silent, have between them what the messages cost, and nothing of connecting.
 */
record Allocation(
        List<Subject> subjects, List<Mode> modes, Function<Mode, Generator> generators, Duration warmUp, int rounds)
        implements Benchmark {

    private static final int MARKS_PER_ROUND = 2;

    Allocation {
        subjects = List.copyOf(subjects);
        modes = List.copyOf(modes);
    }

    @Override
    public String run(Progress progress) {
        Table table = new Table("allocation", "for each", "bytes, median", "least", "most");
        for (Subject subject : subjects) {
            progress.say("starting " + subject.label());
            try (Running server = subject.start()) {
                for (Mode mode : modes) {
                    progress.say("loading with " + mode.label());
                    Series bytes = bytesPerMessage(mode, subject, server);
                    table.row(
                            subject.label(),
                            mode.label(),
                            Table.whole(bytes.median()),
                            Table.whole(bytes.least()),
                            Table.whole(bytes.most()));
                }
            }
        }
        return table.toString();
    }

    private Series bytesPerMessage(Mode mode, Subject subject, Running server) {
        Generator generator = generators.apply(mode);
        generator.warmingUp(warmUp).run(mode, subject, server);
        List<Double> messages = new ArrayList<>();
        List<Long> allocated = allocatedDuring(server.pid(), () -> {
            for (int round = 0; round < rounds; round++) {
                Sample sample =
                        generator.runFromRestToRest(mode, subject, server, () -> Jcmd.run(server.pid(), "GC.run"));
                messages.add(sample.number("total"));
            }
        });
        return perMessage(allocated, messages);
    }

    private static List<Long> allocatedDuring(long pid, Runnable load) {
        try {
            Path recording = Files.createTempFile("allocation", ".jfr");
            try {
                Jcmd.run(pid, "JFR.start", "name=allocation", "settings=default");
                load.run();
                Jcmd.run(pid, "JFR.stop", "name=allocation", "filename=" + recording);
                return HeapHistory.of(recording).allocatedBetweenMarks();
            } finally {
                Files.delete(recording);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What is allocated between the end of a round and the start of the next one counts for nothing. */
    static Series perMessage(List<Long> allocated, List<Double> messages) {
        if (allocated.size() != MARKS_PER_ROUND * messages.size() - 1) {
            throw new IllegalStateException(
                    allocated.size() + " intervals between collections for " + messages.size() + " rounds");
        }
        return new Series(IntStream.range(0, messages.size())
                .mapToObj(round -> allocated.get(MARKS_PER_ROUND * round) / messages.get(round))
                .toList());
    }
}
