/**
 * Socket.IO on top of the engine: clients, namespaces, sockets, rooms, acknowledgements, and the order in which application
 * code is called. Plain Java; ports to JSON binding ({@link io.tidings.socketio.ArgumentCodec}), to handler beans ({@link
 * io.tidings.socketio.Handler}), to whoever listens ({@link io.tidings.socketio.SocketNews}) and to other nodes ({@link
 * io.tidings.socketio.Cluster}). Depends on {@code api}, {@code engine}, {@code protocol} and {@code schedule}.
 */
@NullMarked
package io.tidings.socketio;

import org.jspecify.annotations.NullMarked;
