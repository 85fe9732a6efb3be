package io.tidings.bench.load;

/**
 * How much load.
 *
 * @param audience how many of the clients hear the broadcasts: all of them, or the first ones, which enter a room for it
 */
record Shape(int clients, int audience, int payloadBytes, boolean binary, String event) {

    Shape {
        Pace.require(clients > 0, "clients=" + clients + " must be positive");
        Pace.require(audience > 0 && audience <= clients, "audience=" + audience + " must be some of the clients");
        Pace.require(payloadBytes > 0, "payload=" + payloadBytes + " must be positive");
        if (!event.matches("[\\w-]*")) {
            throw new IllegalArgumentException(
                    "event=" + event + " has other characters than letters, digits, - and _");
        }
    }

    boolean hasRoom() {
        return audience < clients;
    }
}
