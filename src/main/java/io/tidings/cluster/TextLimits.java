package io.tidings.cluster;

/**
 * What a text message may come to.
 *
 * @param text the characters of all of it
 * @param depth how many arrays and objects may lie in each other, counted within its arguments
 * @param namespace the bytes of a namespace's name
 * @param event the characters of an event's name
 * @param room the characters of the name of a room that is to be joined
 */
public record TextLimits(int text, int depth, int namespace, int event, int room) {

    public static final int DEFAULT_TEXT = 1_000_000;

    public static final TextLimits DEFAULT = new TextLimits(DEFAULT_TEXT, 500, 256, 1_024, 256);
}
