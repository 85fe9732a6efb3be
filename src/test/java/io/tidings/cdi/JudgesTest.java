package io.tidings.cdi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidings.api.Admission;
import io.tidings.api.Handshake;
import io.tidings.api.IncomingEvent;
import io.tidings.api.NamespaceGate;
import io.tidings.api.PacketFilter;
import io.tidings.api.Socket;
import io.tidings.api.Verdict;
import io.tidings.api.handler.Namespace;
import io.tidings.socketio.Contributions;
import io.tidings.socketio.Contributions.Scoped;
import io.tidings.socketio.Scope;
import jakarta.annotation.Priority;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

class JudgesTest {

    private static final Visitor ANYBODY = Visitor.ANYBODY;

    @RolesAllowed("admin")
    @Namespace("/admin")
    static class Administration {}

    @ApplicationScoped
    static class SecondCheck implements Admission, PacketFilter {
        @Override
        public Verdict admit(Socket socket) {
            return Verdict.refused("second");
        }

        @Override
        public Verdict filter(IncomingEvent event) {
            return Verdict.accepted();
        }
    }

    @Priority(10)
    @Namespace("/admin")
    static class FirstCheck implements Admission {
        @Override
        public Verdict admit(Socket socket) {
            return Verdict.refused("first");
        }
    }

    @Dependent
    static class Made {
        @Produces
        @ApplicationScoped
        Admission made() {
            return socket -> Verdict.refused("made");
        }
    }

    @Test
    void admissionsAreAskedByPriorityAndTheDoorsOfBeansLast() {
        try (Application application =
                Application.of(SecondCheck.class, Administration.class, FirstCheck.class, Made.class)) {
            Contributions contributions = application.contributions();

            assertThat(contributions.admissions())
                    .extracting(Scoped::scope)
                    .containsExactly(
                            new Scope.Named("/admin"), new Scope.All(), new Scope.All(), new Scope.Named("/admin"));
            assertThat(contributions.admissions())
                    .extracting(admission -> refusal(admission.what()))
                    .containsExactly("first", "made", "second", "Forbidden");
            assertThat(contributions.filters()).extracting(Scoped::scope).containsExactly(new Scope.All());
            assertThat(contributions.handlers()).hasSize(1);
        }
    }

    private static String refusal(Admission admission) {
        try {
            return admission.admit(ANYBODY.socket()).message();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    @RequestScoped
    static class Questions {
        private int asked;

        int next() {
            return ++asked;
        }
    }

    @Namespace(gate = Curious.class)
    static class Secret {}

    @ApplicationScoped
    static class Curious implements Admission, PacketFilter, NamespaceGate {
        @Inject
        Questions questions;

        @Override
        public Verdict admit(Socket socket) {
            return Verdict.refused("admission " + questions.next());
        }

        @Override
        public Verdict filter(IncomingEvent event) {
            return Verdict.refused("filter " + questions.next());
        }

        @Override
        public Verdict opens(String name, Handshake handshake) {
            return Verdict.refused("gate " + questions.next());
        }
    }

    @Test
    void eachIsAskedWithinARequestContextOfItsOwn() throws Exception {
        Socket socket = ANYBODY.socket();
        try (Application application = Application.of(Curious.class, Questions.class, Secret.class)) {
            Contributions contributions = application.contributions();
            Admission admission = contributions.admissions().get(0).what();
            PacketFilter filter = contributions.filters().get(0).what();
            Scope.Behind behind = (Scope.Behind) contributions.handlers().get(0).scope();

            assertThat(admission.admit(socket).message()).isEqualTo("admission 1");
            assertThat(filter.filter(new IncomingEvent(
                                    socket, "say", ANYBODY.connects().arguments()))
                            .message())
                    .isEqualTo("filter 1");
            assertThat(behind.gate().opens("/secret", socket.handshake()).message())
                    .isEqualTo("gate 1");
        }
    }

    @Dependent
    static class Failing {
        @Produces
        @ApplicationScoped
        Admission failing() {
            return socket -> {
                throw new Exception("database down");
            };
        }
    }

    @Test
    void whatAJudgeThrowsPassesAsItIs() {
        try (Application application = Application.of(Failing.class)) {
            Admission admission =
                    application.contributions().admissions().get(0).what();

            assertThatThrownBy(() -> admission.admit(ANYBODY.socket()))
                    .isExactlyInstanceOf(Exception.class)
                    .hasMessage("database down");
        }
    }
}
