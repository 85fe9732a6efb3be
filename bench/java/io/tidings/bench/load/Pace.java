package io.tidings.bench.load;

/**
 * How fast messages are sent.
 *
 * @param inFlight how many wait for their answers, of each client or of the only one who sends
 * @param rate broadcasts a second, whether earlier ones have been heard or not; 0 for as many as there are in flight
 */
record Pace(int inFlight, int rate) {

    Pace {
        require(inFlight > 0, "inflight=" + inFlight + " must be positive");
        require(rate >= 0, "rate=" + rate + " must not be negative");
    }

    boolean isOpen() {
        return rate > 0;
    }

    static void require(boolean legal, String otherwise) {
        if (!legal) {
            throw new IllegalArgumentException(otherwise);
        }
    }
}
