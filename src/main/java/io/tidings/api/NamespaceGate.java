package io.tidings.api;

/**
 * Decides which names are namespaces, when a client asks for one that does not exist. A refused client is told that the namespace
 * is invalid, as for any name that nobody knows.
 */
@FunctionalInterface
public interface NamespaceGate {

    Verdict opens(String name, Handshake handshake) throws Exception;
}
