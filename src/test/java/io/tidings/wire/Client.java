package io.tidings.wire;

/** A client of Socket.IO that sends what a test tells it, over one of the transports. */
interface Client extends AutoCloseable {

    /** What {@link #next} gives when the session has ended. */
    String END = "the end";

    /** Sends messages together: in frames of one write, or in one body. */
    void send(Said... messages);

    /** What the server says next: a packet without the prefix of Engine.IO, or {@code 3 bytes} for an attachment. */
    String next();

    /** Waits for the server to end the session; false if it does not, whatever the client's own heartbeat does. */
    boolean isEnded();

    /** Leaves as a good client does. */
    @Override
    void close();

    default Client say(String... packets) {
        Said[] messages = new Said[packets.length];
        for (int i = 0; i < packets.length; i++) {
            messages[i] = Said.text(packets[i]);
        }
        send(messages);
        return this;
    }

    /** Sends a packet and gives what the server says to it. */
    default String ask(String packet) {
        return say(packet).next();
    }

    /** Connects to a namespace and gives the id of the socket there. */
    default String connect(String namespace) {
        String start = "0" + (namespace.equals("/") ? "" : namespace + ",");
        String answer = ask(start);
        String greeting = start + "{\"sid\":\"";
        if (!answer.startsWith(greeting) || !answer.endsWith("\"}")) {
            throw new AssertionError("wanted to connect to " + namespace + " and heard " + answer);
        }
        return answer.substring(greeting.length(), answer.length() - 2);
    }
}
