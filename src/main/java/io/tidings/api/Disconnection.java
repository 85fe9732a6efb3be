package io.tidings.api;

/** That a socket has disconnected: what observers of {@link io.tidings.api.event.Disconnected} get. */
public record Disconnection(Socket socket, DisconnectReason reason) {}
