package io.tidings.api;

/** An event that a client has sent, as filters and observers see it. */
public record IncomingEvent(Socket socket, String name, Arguments arguments) {}
