package io.tidings.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LaneTest {

    private final SteppedExecutor executor = new SteppedExecutor();
    private final Lane lane = Lane.pooled(executor);
    private final List<String> ran = new ArrayList<>();

    @Test
    void runsTasksInTheOrderTheyCame() {
        executor.hold();
        lane.execute(task("a"));
        lane.execute(task("b"));
        lane.execute(task("c"));

        executor.release();

        assertThat(ran).containsExactly("a", "b", "c");
    }

    @Test
    void asksItsExecutorOnceForTasksThatWaitTogether() {
        executor.hold();

        lane.execute(task("a"));
        lane.execute(task("b"));

        assertThat(executor.waiting()).isEqualTo(1);
    }

    @Test
    void letsOthersTakeTheirTurnAfterSomeTasks() {
        executor.hold();
        for (int i = 0; i < 20; i++) {
            lane.execute(task("mine"));
        }
        Lane.pooled(executor).execute(task("another's"));

        executor.release();

        assertThat(ran).hasSize(21);
        assertThat(ran.indexOf("another's")).isEqualTo(16);
    }

    @Test
    void doesNotRunATaskInsideAnother() {
        lane.execute(() -> {
            lane.execute(task("inner"));
            ran.add("outer");
        });

        assertThat(ran).containsExactly("outer", "inner");
    }

    @Test
    void tellsWhenItsExecutorRefuses() {
        executor.refuse();

        assertThat(lane.execute(task("refused"))).isFalse();

        executor.release();
        assertThat(lane.execute(task("taken"))).isTrue();
        assertThat(ran).containsExactly("taken");
    }

    @Test
    void runsItsLastTaskOnTheCallersThreadWhereItsExecutorRefuses() {
        executor.refuse();

        lane.executeOrRun(task("last"));

        assertThat(ran).containsExactly("last");
    }

    @Test
    void finishesATurnItselfWhereItsExecutorTakesNoSecondOne() {
        executor.hold();
        for (int i = 0; i < 40; i++) {
            lane.execute(task("t" + i));
        }
        executor.refuse();

        executor.step();

        assertThat(ran).hasSize(40).startsWith("t0").endsWith("t39");
    }

    @Test
    void goesOnBehindATaskThatFails() {
        executor.hold();
        lane.execute(() -> {
            throw new AssertionError("a task that fails, as the test wants");
        });
        lane.execute(task("after the failure"));

        executor.release();

        assertThat(ran).containsExactly("after the failure");
        assertThat(lane.execute(task("later"))).isTrue();
        assertThat(ran).containsExactly("after the failure", "later");
    }

    @Test
    void staysOnTheCallersThreadWhereItIsDirect() {
        Lane direct = Lane.direct(Runnable::run);
        for (int i = 0; i < 100; i++) {
            direct.execute(task("t" + i));
        }

        assertThat(ran).hasSize(100).startsWith("t0").endsWith("t99");
    }

    private Runnable task(String name) {
        return () -> ran.add(name);
    }
}
