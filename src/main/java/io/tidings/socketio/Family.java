package io.tidings.socketio;

import io.tidings.api.Admission;
import io.tidings.api.Handshake;
import io.tidings.api.Namespace;
import io.tidings.api.NamespaceFamily;
import io.tidings.api.NamespaceGate;
import io.tidings.api.PacketFilter;
import io.tidings.api.Socket;
import io.tidings.api.Verdict;
import java.util.ArrayList;
import java.util.Collection;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Namespaces that come and go with their clients; either a pattern or a gate says which names they may have. */
final class Family implements NamespaceFamily {

    private final Namespaces namespaces;
    private final @Nullable Pattern pattern;
    private final @Nullable NamespaceGate gate;
    private final Audience audience = new Audience();

    private Family(Namespaces namespaces, @Nullable Pattern pattern, @Nullable NamespaceGate gate) {
        this.namespaces = namespaces;
        this.pattern = pattern;
        this.gate = gate;
    }

    static Family matching(Namespaces namespaces, Pattern pattern) {
        return new Family(namespaces, pattern, null);
    }

    static Family behind(Namespaces namespaces, NamespaceGate gate) {
        return new Family(namespaces, null, gate);
    }

    boolean isOf(Pattern other) {
        return pattern != null && pattern.pattern().equals(other.pattern()) && pattern.flags() == other.flags();
    }

    boolean isBehind(NamespaceGate other) {
        return gate != null && gate == other;
    }

    boolean hasGate() {
        return gate != null;
    }

    boolean matches(String name) {
        return pattern != null && pattern.matcher(name).matches();
    }

    Verdict opens(String name, Handshake handshake) throws Exception {
        return gate == null ? Verdict.refused("no gate") : gate.opens(name, handshake);
    }

    /** What all namespaces of the family have in common. */
    Audience audience() {
        return audience;
    }

    @Override
    public Collection<Namespace> namespaces() {
        return new ArrayList<>(namespaces.of(this));
    }

    @Override
    public NamespaceFamily onConnect(Consumer<Socket> listener) {
        audience.onConnect(listener);
        return this;
    }

    @Override
    public NamespaceFamily use(Admission admission) {
        audience.use(admission);
        return this;
    }

    @Override
    public NamespaceFamily filter(PacketFilter filter) {
        audience.filter(filter);
        return this;
    }

    @Override
    public void emit(String event, @Nullable Object... arguments) {
        namespaces.of(this).forEach(namespace -> namespace.local().emit(event, arguments));
    }
}
