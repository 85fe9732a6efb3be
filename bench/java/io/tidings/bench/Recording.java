package io.tidings.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordedMethod;
import jdk.jfr.consumer.RecordedStackTrace;
import jdk.jfr.consumer.RecordingFile;

/**
 * A JFR recording of a server under load, counted by frames. JFR samples Java code; time in the kernel is charged to
 * nobody here, {@link CpuSplit} tells how much that is.
 */
final class Recording {

    private static final int SHOWN = 20;

    private final Path file;
    private final Tally leaves = new Tally();
    private final Tally ours = new Tally();
    private final Tally packages = new Tally();
    private final Tally allocations = new Tally();
    private final Tally allocationSites = new Tally();
    private double garbageMillis;

    Recording(Path file) {
        this.file = file;
    }

    /** The tables of where time and garbage come from. */
    String report(double messages) {
        try (RecordingFile events = new RecordingFile(file)) {
            while (events.hasMoreEvents()) {
                count(events.readEvent());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return leaves.table("frame", "samples", SHOWN)
                + "\n" + packages.table("package of the frame", "samples", SHOWN)
                + "\n" + ours.table("first frame of Tidings below", "samples", SHOWN)
                + "\n" + allocations.table("allocated class", "bytes per message", SHOWN, messages)
                + "\n" + allocationSites.table("allocated by", "bytes per message", SHOWN, messages)
                + "\nGarbage collection pauses: " + Table.whole(garbageMillis) + " ms\n";
    }

    private void count(RecordedEvent event) {
        switch (event.getEventType().getName()) {
            case "jdk.ExecutionSample" -> execution(frames(event));
            case "jdk.ObjectAllocationSample" -> allocation(event);
            case "jdk.GarbageCollection" ->
                garbageMillis += event.getDuration("sumOfPauses").toNanos() / 1e6;
            default -> {}
        }
    }

    private void execution(List<String> frames) {
        if (frames.isEmpty()) {
            return;
        }
        String leaf = frames.get(0);
        leaves.add(leaf, 1);
        packages.add(packageOf(leaf), 1);
        ours.add(first(frames, Recording::isOurs), 1);
    }

    private void allocation(RecordedEvent event) {
        long weight = event.getLong("weight");
        allocations.add(event.getClass("objectClass").getName(), weight);
        allocationSites.add(first(frames(event), frame -> !frame.startsWith("java.")), weight);
    }

    private static String first(List<String> frames, Predicate<String> wanted) {
        return frames.stream().filter(wanted).findFirst().orElse("(none)");
    }

    private static boolean isOurs(String frame) {
        return frame.startsWith("io.tidings.");
    }

    private static String packageOf(String frame) {
        String type = frame.substring(0, frame.lastIndexOf('.'));
        return type.contains(".") ? type.substring(0, type.lastIndexOf('.')) : type;
    }

    private static List<String> frames(RecordedEvent event) {
        List<String> frames = new ArrayList<>();
        RecordedStackTrace trace = event.getStackTrace();
        if (trace != null) {
            for (RecordedFrame frame : trace.getFrames()) {
                RecordedMethod method = frame.getMethod();
                frames.add(method.getType().getName() + "." + method.getName());
            }
        }
        return frames;
    }
}
