package io.tidings.transport.client;

import java.util.Enumeration;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** What stands for one state of a file, so that a browser that has that state need not fetch it again. */
record EntityTag(String value) {

    private static final Pattern TAG = Pattern.compile("\"([^\"]*)\"");

    /** Whether a client has this state, by its {@code If-None-Match} headers: weak and strong tags are as good for that. */
    boolean isAmong(Enumeration<String> ifNoneMatch) {
        while (ifNoneMatch.hasMoreElements()) {
            if (isIn(ifNoneMatch.nextElement())) {
                return true;
            }
        }
        return false;
    }

    private boolean isIn(String tags) {
        return tags.trim().equals("*")
                || TAG.matcher(tags).results().map(EntityTag::valueOf).anyMatch(value::equals);
    }

    private static String valueOf(MatchResult tag) {
        return tag.group(1);
    }

    @Override
    public String toString() {
        return '"' + value + '"';
    }
}
