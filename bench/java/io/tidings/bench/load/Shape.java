package io.tidings.bench.load;

/** How much load: clients, messages in flight per client, or of the only one who sends, and what a message is. */
record Shape(int clients, int inFlight, int payloadBytes, boolean binary, String event) {

    Shape {
        require(clients > 0, "clients", clients);
        require(inFlight > 0, "inflight", inFlight);
        require(payloadBytes > 0, "payload", payloadBytes);
        if (!event.matches("[\\w-]*")) {
            throw new IllegalArgumentException(
                    "event=" + event + " has other characters than letters, digits, - and _");
        }
    }

    private static void require(boolean legal, String name, int value) {
        if (!legal) {
            throw new IllegalArgumentException(name + "=" + value + " must be positive");
        }
    }
}
