package io.tidings.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TableTest {

    @Test
    void writesMarkdown() {
        Table table = new Table("server", "per second");
        table.row("a", Table.whole(1_234_567.4));

        assertThat(table).hasToString("""
                | server | per second |
                | --- | --- |
                | a | 1 234 567 |
                """);
    }

    @Test
    void ordersATallyByCountAndGivesShares() {
        Tally tally = new Tally();
        tally.add("rare", 1);
        tally.add("often", 2);
        tally.add("often", 1);

        assertThat(tally.table("what", "how often", 1)).isEqualTo("""
                | what | how often | share |
                | --- | --- | --- |
                | `often` | 3 | 75.00 % |
                """);
    }
}
