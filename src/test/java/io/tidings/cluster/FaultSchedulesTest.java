package io.tidings.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidings.cluster.ClusterFaults.Kind;
import io.tidings.cluster.Nodes.Node;
import io.tidings.cluster.UnreliableTopic.Faults;
import io.tidings.socketio.Said;
import io.tidings.socketio.Selection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Whatever a topic does: nothing is delivered twice, the order of each sender is kept at each receiver, every loss is counted, and every
 * request ends once. A schedule that fails is repeated by its seed.
 */
class FaultSchedulesTest {

    private static final int SCHEDULES = 10_000;
    private static final int ACTIONS = 40;
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    @Test
    void keepTheirPromisesUnderTenThousandSchedules() {
        Tally tally = new Tally();
        for (long seed = 0; seed < SCHEDULES; seed++) {
            new Schedule(seed).play(tally);
        }
        // a topic that does no harm would prove nothing
        assertThat(tally.lost).isGreaterThan(SCHEDULES);
        assertThat(tally.late).isGreaterThan(SCHEDULES);
        assertThat(tally.damaged).isGreaterThan(SCHEDULES / 10);
        assertThat(tally.delivered).isGreaterThan(SCHEDULES * ACTIONS / 2L);
        assertThat(tally.unanswered).isGreaterThan(SCHEDULES / 10);
    }

    /** To look at a single one again. */
    @ParameterizedTest
    @ValueSource(longs = {0, 1, 2})
    void keepTheirPromises(long seed) {
        new Schedule(seed).play(new Tally());
    }

    private static final class Tally {
        private long lost;
        private long late;
        private long damaged;
        private long delivered;
        private long unanswered;
    }

    private static final class Schedule {

        private final long seed;
        private final Random random;
        private final Nodes nodes;
        private final int[] sent;
        private final List<Gathered<Said>> asked = new ArrayList<>();

        Schedule(long seed) {
            this.seed = seed;
            this.random = new Random(seed);
            this.nodes = new Nodes(
                    2 + random.nextInt(3), seed, random.nextBoolean() ? null : new ClusterKey("a key of sixteen"));
            this.sent = new int[nodes.all.size()];
        }

        void play(Tally tally) {
            nodes.topic.goesWrong(new Faults(chance(0.15), chance(0.15), chance(0.15), chance(0.05)));
            for (int i = 0; i < ACTIONS; i++) {
                act();
            }
            recover();
            check(tally);
        }

        private double chance(double most) {
            return random.nextInt(3) == 0 ? 0 : random.nextDouble() * most;
        }

        private void act() {
            int who = random.nextInt(sent.length);
            switch (random.nextInt(12)) {
                case 0 -> nodes.pass(Duration.ofMillis(50L + random.nextInt(200)));
                case 1 -> ask(nodes.node(who));
                case 2 -> nodes.node(who).bus().freeze(random.nextBoolean());
                case 3 -> nodes.node(who).bus().cutOff(random.nextInt(3) == 0);
                case 4, 5 -> nodes.topic.step();
                default -> emit(who);
            }
        }

        private void emit(int who) {
            sent[who]++;
            String event = "[\"m\"," + who + "," + sent[who] + "]";
            nodes.node(who).cluster().emit("/", Selection.ALL, RecordingHolder.payload(event));
        }

        private void ask(Node node) {
            Gathered<Said> answers = new Gathered<>();
            asked.add(answers);
            node.cluster().ask("/", Selection.ALL, RecordingHolder.payload("[\"ask\"]"), PATIENCE, answers);
        }

        /** What is left arrives, and a heartbeat behind it tells what does not. */
        private void recover() {
            nodes.topic.goesWrong(Faults.NONE);
            nodes.all.forEach(node -> {
                node.bus().freeze(false);
                node.bus().cutOff(false);
            });
            nodes.run();
            nodes.pass(Nodes.HEARTBEAT.plus(Duration.ofSeconds(1)));
        }

        private void check(Tally tally) {
            for (int index = 0; index < sent.length; index++) {
                Node receiver = nodes.node(index);
                check(receiver, index, tally);
                assertThat(receiver.cluster().openRequests())
                        .as("seed %d", seed)
                        .isZero();
                assertThat(receiver.cluster().nodes()).as("seed %d", seed).hasSize(nodes.all.size());
            }
            for (Gathered<Said> answers : asked) {
                assertThat(answers.hasEnded()).as("seed %d", seed).isTrue();
                assertThat(answers.parts).as("seed %d", seed).doesNotHaveDuplicates();
                assertThat(answers.parts.size()).as("seed %d", seed).isLessThan(nodes.all.size());
                tally.unanswered += answers.missing.stream()
                        .filter(missing -> !missing.from().endsWith("-silent"))
                        .count();
            }
        }

        private void check(Node receiver, int index, Tally tally) {
            List<String> events = receiver.holder().emitted();
            long missing = 0;
            for (int sender = 0; sender < sent.length; sender++) {
                if (sender != index) {
                    missing += sent[sender] - inOrder(events, sender);
                }
            }
            assertThat(receiver.faults(Kind.MISSING)).as("seed %d", seed).isGreaterThanOrEqualTo(missing);
            assertThat(receiver.faults(Kind.FAILED)).as("seed %d", seed).isZero();
            tally.lost += missing;
            tally.late += receiver.faults(Kind.LATE);
            tally.damaged += receiver.faults(Kind.DAMAGED) + receiver.faults(Kind.FORGED);
            tally.delivered += events.size();
        }

        /** How many of a sender's events have arrived, each behind the one before it. */
        private int inOrder(List<String> events, int sender) {
            String prefix = "[\"m\"," + sender + ",";
            int last = 0;
            int count = 0;
            for (String event : events) {
                if (event.startsWith(prefix)) {
                    int number = Integer.parseInt(event.substring(prefix.length(), event.length() - 1));
                    assertThat(number).as("seed %d, of node %d", seed, sender).isGreaterThan(last);
                    last = number;
                    count++;
                }
            }
            return count;
        }
    }
}
