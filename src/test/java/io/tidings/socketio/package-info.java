/** The Socket.IO layer on a real engine, without a server: its time, its threads and its clients are in the hands of the tests. */
@NullMarked
package io.tidings.socketio;

import org.jspecify.annotations.NullMarked;
