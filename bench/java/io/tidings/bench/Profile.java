package io.tidings.bench;

import io.tidings.bench.load.Mode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** Records the server with JFR while it is under load and says where the time goes. */
record Profile(Mode mode, Subject subject, Duration warmUp, Path recording, Generator generator) implements Benchmark {

    @Override
    public String run(Progress progress) {
        progress.say("starting " + subject.label());
        try (Running server = subject.start()) {
            progress.say("warming up");
            generator.warmingUp(warmUp).run(mode, subject, server);
            Files.createDirectories(recording.toAbsolutePath().getParent());
            Jcmd.run(server.pid(), "JFR.start", "name=bench", "settings=profile");
            CpuSplit before = CpuSplit.of(server.pid());
            Sample sample = generator.run(mode, subject, server);
            double kernel = CpuSplit.of(server.pid()).systemShareSince(before);
            Jcmd.run(server.pid(), "JFR.dump", "name=bench", "filename=" + recording.toAbsolutePath());
            progress.say("the recording is " + recording);
            return summary(sample, kernel) + new Recording(recording).report(sample.number("total"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String summary(Sample sample, double kernel) {
        Table table = new Table("profile", "per second", "CPU µs each", "of it in the kernel");
        table.row(
                subject.label(),
                Table.whole(sample.number("per-second")),
                Table.decimal(sample.number("server.cpu.us")),
                Table.whole(100 * kernel) + " %");
        return table + "\n";
    }
}
