package io.tidings.wire;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A session over long polling; each request is a method, none is sent by itself. */
final class PollingSession {

    private static final Pattern SID = Pattern.compile("\"sid\":\"([^\"]+)\"");

    private final Http http;
    private final String path;
    private final String sid;

    private PollingSession(Http http, String path, String sid) {
        this.http = http;
        this.path = path;
        this.sid = sid;
    }

    static PollingSession open(Http http) {
        return open(http, "/engine.io/");
    }

    static PollingSession open(Http http, String path, String... headers) {
        Answer answer = http.get(path + "?EIO=4&transport=polling", headers);
        return new PollingSession(http, path, sidIn(answer));
    }

    static String sidIn(Answer answer) {
        return sidIn(answer.brief());
    }

    static String sidIn(String greeting) {
        Matcher found = SID.matcher(greeting);
        if (!found.find()) {
            throw new AssertionError("no open packet in: " + greeting);
        }
        return found.group(1);
    }

    String sid() {
        return sid;
    }

    int port() {
        return http.port();
    }

    /** The target of the session's polls and posts. */
    String target() {
        return path + "?EIO=4&transport=polling&sid=" + sid;
    }

    /** The target of an upgrade. */
    String webSocketTarget() {
        return path + "?EIO=4&transport=websocket&sid=" + sid;
    }

    Answer poll(String... headers) {
        return http.get(target(), headers);
    }

    Answer post(String body, String... headers) {
        return http.post(target(), body, headers);
    }

    Answer post(byte[] body) {
        return http.post(target(), body);
    }

    /** A poll whose answer nobody has read yet. */
    Tcp park() {
        return Tcp.to(http.port()).send(Http.head("GET", target()));
    }

    /** Polls until something other than pings and noops comes, and answers the pings. */
    String nextMessage() {
        while (true) {
            List<String> packets = new ArrayList<>(List.of(poll().body().split("\u001e", -1)));
            if (packets.removeIf("2"::equals)) {
                post("3");
            }
            packets.removeIf("6"::equals);
            if (!packets.isEmpty()) {
                return String.join(" ", packets);
            }
        }
    }

    /** True if the server does not know the session any more. */
    boolean isGone() {
        // an unknown id is refused before the method is looked at, so this never parks a poll
        return http.send(Http.head("DELETE", target())).brief().contains("Session ID unknown");
    }
}
