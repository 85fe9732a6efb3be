package io.tidings.bench.load;

/** One of many. */
interface Client {

    /** Connects; the score hears when the client is ready. */
    void dial();

    /** Sends its first messages. */
    void begin();
}
