package io.tidings.cluster;

/** A message is not what a node of this version writes. */
final class DamagedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    DamagedException(String message) {
        // Whoever sends damaged messages sends many, and where in the codec one was found out helps nobody.
        super(message, null, false, false);
    }
}
