package io.tidings.protocol.websocket;

/**
 * What a peer may cost: the bytes of one message, after decompression and summed over its fragments, and the number of
 * fragments, which may be empty and so would never reach the byte limit.
 */
public record FrameLimits(int maxMessage, int maxFragments) {

    public static final int DEFAULT_MAX_FRAGMENTS = 16_384;

    /** Virtual machines refuse arrays a few bytes short of the largest int. */
    private static final int LARGEST_ARRAY = Integer.MAX_VALUE - 16;

    public FrameLimits {
        if (maxMessage < 0 || maxMessage > LARGEST_ARRAY) {
            throw new IllegalArgumentException("maxMessage must be from 0 to " + LARGEST_ARRAY + ": " + maxMessage);
        }
        if (maxFragments < 1) {
            throw new IllegalArgumentException("maxFragments must be at least 1: " + maxFragments);
        }
    }

    public static FrameLimits ofMessage(int maxMessage) {
        return new FrameLimits(maxMessage, DEFAULT_MAX_FRAGMENTS);
    }
}
