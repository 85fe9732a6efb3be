package io.tidings.engine;

/** Text that a client chose, made fit for a log: one line, nothing invisible, not long. */
public final class LogText {

    private static final int MAX_LENGTH = 256;

    private LogText() {}

    public static String of(String text) {
        StringBuilder safe = new StringBuilder(Math.min(text.length(), MAX_LENGTH) + 8);
        int at = 0;
        while (at < text.length() && safe.length() < MAX_LENGTH) {
            int codePoint = text.codePointAt(at);
            append(safe, codePoint);
            at += Character.charCount(codePoint);
        }
        if (at < text.length()) {
            safe.append('…');
        }
        return safe.toString();
    }

    private static void append(StringBuilder safe, int codePoint) {
        if (isHarmless(codePoint)) {
            safe.appendCodePoint(codePoint);
        } else {
            safe.append("\\u{").append(Integer.toHexString(codePoint)).append('}');
        }
    }

    /** Letters and printable ASCII; everything that could steer a terminal, an editor or a log parser is left out. */
    private static boolean isHarmless(int codePoint) {
        boolean ascii =
                codePoint >= 0x20 && codePoint < 0x7f && codePoint != '\\' && codePoint != '$' && codePoint != '%';
        return ascii || (codePoint > 0x9f && Character.isLetterOrDigit(codePoint));
    }
}
