package io.tidings.api;

/**
 * The name and type under which an application stores something with a socket.
 *
 * <pre>{@code
 * static final DataKey<Player> PLAYER = new DataKey<>("player", Player.class);
 * }</pre>
 */
public record DataKey<T>(String name, Class<T> type) {}
