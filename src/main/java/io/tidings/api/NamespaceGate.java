package io.tidings.api;

/**
 * Decides which names are namespaces, and for whom: asked for each client that wants to connect to a name that is no namespace of the
 * application's own and that no pattern matches. A refused client is told that the namespace is invalid, as for any name that nobody
 * knows.
 */
@FunctionalInterface
public interface NamespaceGate {

    Verdict opens(String name, Handshake handshake) throws Exception;
}
