package io.tidings.cdi;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidings.api.Handshake;
import io.tidings.api.NamespaceGate;
import io.tidings.api.Verdict;
import io.tidings.api.handler.Namespace;
import io.tidings.socketio.Scope;
import org.junit.jupiter.api.Test;

class NamespacesTest {

    static class Gate implements NamespaceGate {
        @Override
        public Verdict opens(String name, Handshake handshake) {
            return Verdict.accepted();
        }
    }

    static class Plain {}

    @Namespace("/chat")
    static class Chat {}

    @Namespace("chat")
    static class WithoutSlash {}

    @Namespace(pattern = "/tenant-\\d+")
    static class Tenants {}

    @Namespace(pattern = "/tenant-\\d+")
    static class TenantsToo {}

    @Namespace(gate = Gate.class)
    static class Gated {}

    @Namespace(gate = Gate.class)
    static class GatedToo {}

    private final Namespaces namespaces = new Namespaces(type -> new Gate());

    @Test
    void handlersAreForTheMainNamespaceUnlessTheySayOtherwise() {
        assertThat(namespaces.ofHandlers(Plain.class)).isEqualTo(new Scope.Named("/"));
        assertThat(namespaces.ofHandlers(Chat.class)).isEqualTo(new Scope.Named("/chat"));
        assertThat(namespaces.ofHandlers(WithoutSlash.class)).isEqualTo(new Scope.Named("/chat"));
    }

    @Test
    void judgesAreForAllNamespacesUnlessTheySayOtherwise() {
        assertThat(namespaces.ofJudge(Plain.class)).isEqualTo(new Scope.All());
        assertThat(namespaces.ofJudge(Chat.class)).isEqualTo(new Scope.Named("/chat"));
    }

    @Test
    void whoSaysTheSameMeansTheSame() {
        assertThat(namespaces.ofHandlers(Tenants.class))
                .isInstanceOfSatisfying(
                        Scope.Matching.class,
                        matching -> assertThat(matching.pattern()).hasToString("/tenant-\\d+"))
                .isEqualTo(namespaces.ofJudge(TenantsToo.class));
        assertThat(namespaces.ofHandlers(Gated.class))
                .isInstanceOf(Scope.Behind.class)
                .isEqualTo(namespaces.ofJudge(GatedToo.class));
    }

    @Namespace
    static class Silent {}

    @Namespace(value = "/a", pattern = "/b")
    static class Ambiguous {}

    @Namespace(pattern = "/tenant-(")
    static class Broken {}

    @Test
    void theAnnotationSaysExactlyOneThing() {
        String remedy = ": @Namespace has to say one thing; declare @Namespace(\"/name\"), @Namespace(pattern = ...) or"
                + " @Namespace(gate = ...), and @Namespace(\"/\") for the main namespace";

        assertThat(Namespaces.fault(Silent.class)).contains(Silent.class.getName() + remedy);
        assertThat(Namespaces.fault(Ambiguous.class)).contains(Ambiguous.class.getName() + remedy);
        assertThat(Namespaces.fault(Chat.class)).isEmpty();
        assertThat(Namespaces.fault(Plain.class)).isEmpty();
    }

    @Test
    void aPatternIsARegularExpression() {
        assertThat(Namespaces.fault(Broken.class))
                .contains(
                        Broken.class.getName()
                                + ": the pattern of @Namespace is no regular expression: Unclosed group near index 9 of /tenant-(");
    }
}
