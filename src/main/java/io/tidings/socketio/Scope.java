package io.tidings.socketio;

import io.tidings.api.NamespaceGate;
import java.util.regex.Pattern;

/** The namespaces that something is meant for. */
public sealed interface Scope {

    /** All there are and will be. */
    record All() implements Scope {}

    record Named(String name) implements Scope {}

    record Matching(Pattern pattern) implements Scope {}

    record Behind(NamespaceGate gate) implements Scope {}
}
