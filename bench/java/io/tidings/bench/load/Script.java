package io.tidings.bench.load;

/** What the clients of a run say, and what they hear when the server does as it should. */
record Script(Payload said, Payload heard) {

    /** The packets of Engine.IO 4 and Socket.IO 5, written out: 4 is a message, 42 an event, 43 an acknowledgement. */
    static Script of(Plan plan) {
        int size = plan.shape().payloadBytes();
        boolean binary = plan.shape().binary();
        String event = "[\"" + plan.shape().event() + "\",\"";
        return switch (plan.mode()) {
            case ACK ->
                new Script(
                        new Payload("42" + AckId.PLACE + event, size, "\"]"),
                        new Payload("43" + AckId.PLACE + "[\"", size, "\"]"));
            case BCAST -> repeated(new Payload("42" + event, size, "\"]"));
            case RAW -> repeated(new Payload("", size, binary));
            default -> repeated(new Payload(binary ? "" : "4", size, binary));
        };
    }

    private static Script repeated(Payload payload) {
        return new Script(payload, payload);
    }
}
