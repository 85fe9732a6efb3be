package io.tidings.cdi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.enterprise.context.control.RequestContextController;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class RequestContextsTest {

    /** A controller of the only thread there is. */
    private final class Controller implements RequestContextController {

        private final String name = "controller " + made.incrementAndGet();
        private boolean activated;

        @Override
        public boolean activate() {
            if (active) {
                return false;
            }
            active = true;
            activated = true;
            log.add(name + " on");
            return true;
        }

        @Override
        public void deactivate() {
            assertThat(activated).isTrue();
            activated = false;
            active = false;
            log.add(name + " off");
        }
    }

    private final AtomicInteger made = new AtomicInteger();
    private final List<String> log = new ArrayList<>();
    private boolean active;

    private final RequestContexts contexts = new RequestContexts(Controller::new);

    @Test
    void theContextIsActiveDuringTheCallOnly() throws Throwable {
        assertThat(contexts.around(() -> "active: " + active)).isEqualTo("active: true");

        assertThat(log).containsExactly("controller 1 on", "controller 1 off");
    }

    @Test
    void aFailureEndsTheContextToo() {
        assertThatThrownBy(() -> contexts.around(() -> {
                    throw new Exception("of the handler");
                }))
                .hasMessage("of the handler");

        assertThat(active).isFalse();
    }

    @Test
    void controllersAreUsedAgain() throws Throwable {
        contexts.around(() -> null);
        contexts.around(() -> null);

        assertThat(made).hasValue(1);
        assertThat(log).hasSize(4);
    }

    @Test
    void aContextThatIsActiveStaysTheSame() throws Throwable {
        contexts.around(() -> contexts.around(() -> active));

        assertThat(made).hasValue(2);
        assertThat(log).containsExactly("controller 1 on", "controller 1 off");
    }
}
