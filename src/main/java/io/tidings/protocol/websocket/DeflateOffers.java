package io.tidings.protocol.websocket;

import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds the first permessage-deflate offer that we can honour in a Sec-WebSocket-Extensions header. Reads the header once
 * from left to right; a syntax error anywhere spoils all of it.
 */
final class DeflateOffers {

    private static final String NAME = "permessage-deflate";
    private static final int NOTHING_LEFT = -1;

    private final String header;
    private int at;
    private boolean malformed;

    DeflateOffers(String header) {
        this.header = header;
    }

    /** What one offer asks for. */
    record Offer(boolean serverDropsContext, boolean clientDropsContext, boolean namesServerWindow) {}

    Optional<Offer> first() {
        Offer first = null;
        while (peek() != NOTHING_LEFT && !malformed) {
            if (peek() == ',') {
                at++;
                continue;
            }
            Offer offer = extension();
            malformed |= peek() != ',' && peek() != NOTHING_LEFT;
            first = first == null ? offer : first;
        }
        return malformed ? Optional.empty() : Optional.ofNullable(first);
    }

    /** Reads one extension with its parameters; null unless it is an offer that we can honour. */
    private @Nullable Offer extension() {
        boolean known = token().equals(NAME);
        Parameters parameters = new Parameters();
        while (peek() == ';' && !malformed) {
            at++;
            String name = token();
            String value = null;
            if (peek() == '=') {
                at++;
                value = peek() == '"' ? quoted() : token();
            }
            known = known && parameters.accept(name, value);
        }
        return known ? parameters.offer() : null;
    }

    /** The next character that is not white space. */
    private int peek() {
        while (at < header.length() && (header.charAt(at) == ' ' || header.charAt(at) == '\t')) {
            at++;
        }
        return at < header.length() ? header.charAt(at) : NOTHING_LEFT;
    }

    private String token() {
        peek();
        int start = at;
        while (at < header.length() && isTokenChar(header.charAt(at))) {
            at++;
        }
        malformed |= at == start;
        return header.substring(start, at);
    }

    /** A quoted string, which has to be a token once it is unquoted: RFC 6455, 9.1. */
    private String quoted() {
        at++;
        int start = at;
        while (at < header.length() && isTokenChar(header.charAt(at))) {
            at++;
        }
        int end = at;
        malformed |= end == start || end == header.length() || header.charAt(end) != '"';
        at = Math.min(end + 1, header.length());
        return header.substring(start, end);
    }

    private static boolean isTokenChar(char c) {
        boolean letterOrDigit = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
        return letterOrDigit || "!#$%&'*+-.^_`|~".indexOf(c) >= 0;
    }

    /** The parameters of one offer; any that is unknown, repeated or malformed makes us decline it, RFC 7692, 7.1. */
    private static final class Parameters {

        private static final int SERVER_DROPS_CONTEXT = 1;
        private static final int CLIENT_DROPS_CONTEXT = 2;
        private static final int SERVER_WINDOW = 4;
        private static final int CLIENT_WINDOW = 8;
        private static final int UNSOUND = 0;
        private static final Set<String> WINDOWS = Set.of("8", "9", "10", "11", "12", "13", "14", "15");

        private int seen;

        boolean accept(String name, @Nullable String value) {
            int parameter = switch (name) {
                case "server_no_context_takeover" -> value == null ? SERVER_DROPS_CONTEXT : UNSOUND;
                case "client_no_context_takeover" -> value == null ? CLIENT_DROPS_CONTEXT : UNSOUND;
                // java.util.zip cannot compress with a smaller window
                case "server_max_window_bits" -> "15".equals(value) ? SERVER_WINDOW : UNSOUND;
                case "client_max_window_bits" -> value == null || WINDOWS.contains(value) ? CLIENT_WINDOW : UNSOUND;
                default -> UNSOUND;
            };
            boolean fresh = (seen & parameter) == 0;
            seen |= parameter;
            return parameter != UNSOUND && fresh;
        }

        Offer offer() {
            return new Offer(has(SERVER_DROPS_CONTEXT), has(CLIENT_DROPS_CONTEXT), has(SERVER_WINDOW));
        }

        private boolean has(int parameter) {
            return (seen & parameter) != 0;
        }
    }
}
