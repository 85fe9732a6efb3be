package io.tidings.transport.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidings.schedule.ManualTime;
import io.tidings.transport.http.WebSocketSettings;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TicketsTest {

    private final ManualTime time = new ManualTime();
    private final Tickets tickets = new Tickets(time.deadlines());
    private final Admitted admitted = new Admitted(
            transports -> {}, new WebSocketSettings(100, 100, Duration.ofSeconds(5), 100, -1, time.deadlines()));

    @Test
    void areGoodForOneEntry() {
        String ticket = tickets.issue(admitted);

        assertThat(tickets.redeem(ticket)).isSameAs(admitted);
        assertThat(tickets.redeem(ticket)).isNull();
        assertThat(tickets.outstanding()).isZero();
        assertThat(time.deadlines().pending()).isZero();
    }

    @Test
    void expire() {
        String ticket = tickets.issue(admitted);
        time.advance(Duration.ofMillis(9_950));
        assertThat(tickets.outstanding()).isEqualTo(1);

        time.advance(Duration.ofMillis(50));

        assertThat(tickets.outstanding()).isZero();
        assertThat(tickets.redeem(ticket)).isNull();
    }

    @Test
    void cannotBeGuessed() {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < 1_000; i++) {
            String ticket = tickets.issue(admitted);
            assertThat(ticket).matches("[A-Za-z0-9_-]{24}");
            assertThat(seen.add(ticket)).isTrue();
        }
        assertThat(tickets.redeem(null)).isNull();
        assertThat(tickets.redeem("")).isNull();
        assertThat(tickets.redeem("{ticket}")).isNull();
    }
}
