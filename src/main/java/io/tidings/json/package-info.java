/**
 * Arguments of applications as JSON and back: {@link io.tidings.socketio.ArgumentCodec} over Jakarta JSON Binding. What has no
 * need of a binder, from a string to a list of records, is read and written here, the rest by JSON-B; binary may stand in
 * either. Depends on {@code socketio}, {@code protocol.socketio}, {@code api}, JSON Binding and JSON Processing.
 */
@NullMarked
package io.tidings.json;

import org.jspecify.annotations.NullMarked;
