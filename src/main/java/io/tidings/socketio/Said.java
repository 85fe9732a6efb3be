package io.tidings.socketio;

import io.tidings.protocol.socketio.Payload;

/**
 * What somebody has answered.
 *
 * @param by the id of the socket or of the node
 * @param payload that of an acknowledgement
 */
public record Said(String by, Payload payload) {}
