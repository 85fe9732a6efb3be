package io.tidings.bench.load;

/** What is said over one wire. Called by the selector thread alone. */
interface Conversation {

    /** The connection stands; the first request may be written. */
    void connected(Wire wire);

    /** Bytes arrived, lent for this call; answers where the part that is not yet understood starts. */
    int received(Wire wire, byte[] bytes, int from, int to);

    /** The server ended the connection, or it could not be made. */
    void lost(Wire wire, String why);
}
