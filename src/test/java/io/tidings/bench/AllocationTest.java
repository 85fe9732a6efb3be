package io.tidings.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class AllocationTest {

    @Test
    void countsWhatIsAllocatedFromRestToRestButNotWhileClientsComeAndGo() {
        List<Long> allocated = List.of(1_000L, 77_777L, 4_000L, 77_777L, 3_000L);

        Series bytes = Allocation.perMessage(allocated, List.of(10.0, 20.0, 10.0));

        assertThat(bytes).isEqualTo(new Series(List.of(100.0, 200.0, 300.0)));
    }

    @Test
    void refusesARecordingInWhichACollectionIsMissing() {
        assertThatThrownBy(() -> Allocation.perMessage(List.of(1_000L, 2_000L), List.of(10.0, 20.0)))
                .hasMessage("2 intervals between collections for 2 rounds");
    }

    @Test
    void takesTheMiddleOfASeriesOrTheMeanOfTheTwoThatStandThere() {
        assertThat(new Series(List.of(3.0, 1.0, 20.0)).median()).isEqualTo(3.0);
        assertThat(new Series(List.of(3.0, 1.0, 20.0, 5.0)).median()).isEqualTo(4.0);
        assertThat(new Series(List.of(3.0, 1.0, 20.0)).least()).isEqualTo(1.0);
        assertThat(new Series(List.of(3.0, 1.0, 20.0)).most()).isEqualTo(20.0);
    }
}
