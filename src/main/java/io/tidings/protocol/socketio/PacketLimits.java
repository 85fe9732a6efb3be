package io.tidings.protocol.socketio;

/**
 * What the packets of one client may come to.
 *
 * @param maxAttachments of one packet; 0 refuses every binary packet
 * @param maxBytes the JSON and the attachments of one binary packet together
 * @param maxDepth how many arrays and objects may lie in each other, the outermost counted
 * @param maxNamespace the bytes of a namespace's name
 */
public record PacketLimits(int maxAttachments, long maxBytes, int maxDepth, int maxNamespace) {

    public static final int DEFAULT_MAX_ATTACHMENTS = 10;
    public static final int DEFAULT_MAX_DEPTH = 500;
    public static final int DEFAULT_MAX_NAMESPACE = 256;

    private static final int MOST_ATTACHMENTS = 10_000;

    public PacketLimits {
        if (maxAttachments < 0 || maxAttachments > MOST_ATTACHMENTS) {
            throw new IllegalArgumentException(
                    "maxAttachments must be from 0 to " + MOST_ATTACHMENTS + ": " + maxAttachments);
        }
        if (maxBytes < 1 || maxDepth < 1 || maxNamespace < 1) {
            throw new IllegalArgumentException("limits must be at least 1: " + maxBytes + " bytes, depth " + maxDepth
                    + ", namespaces of " + maxNamespace + " bytes");
        }
    }

    /** The defaults for messages of a limited size: a binary packet may come to ten of them. */
    public static PacketLimits ofPayload(int maxPayload) {
        return new PacketLimits(DEFAULT_MAX_ATTACHMENTS, 10L * maxPayload, DEFAULT_MAX_DEPTH, DEFAULT_MAX_NAMESPACE);
    }
}
