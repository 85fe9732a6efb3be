package io.tidings.cdi;

import io.tidings.socketio.ArgumentCodec;

/** Where the value of one parameter of a handler comes from. */
interface Source {

    /** Made once, when the server starts. */
    Binding binding(ArgumentCodec codec);

    /** What the client calls the value, as the beginning of a path: the position of an argument, or a name. */
    String path();
}
