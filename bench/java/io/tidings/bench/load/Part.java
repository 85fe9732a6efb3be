package io.tidings.bench.load;

/** What one client says over WebSocket once it is connected, and what it expects to hear. */
interface Part {

    /** Says what may be said now. */
    void speak(Wire line);

    /** Judges a message; the bytes are only lent. */
    void hear(byte[] bytes, int from, int length);
}
