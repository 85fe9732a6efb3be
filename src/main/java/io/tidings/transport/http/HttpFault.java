package io.tidings.transport.http;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** A refused request: the error code of Engine.IO, its fixed message and the HTTP status. Never repeats what was sent. */
public final class HttpFault extends Exception {

    private static final long serialVersionUID = 1L;

    private static final int TOO_MANY_SECONDS = 1;

    private final int code;
    private final int status;

    private HttpFault(int code, int status, String message) {
        super(message, null, false, false);
        this.code = code;
        this.status = status;
    }

    public static HttpFault transportUnknown() {
        return new HttpFault(0, 400, "Transport unknown");
    }

    public static HttpFault sessionUnknown() {
        return new HttpFault(1, 400, "Session ID unknown");
    }

    public static HttpFault badMethod() {
        return new HttpFault(2, 400, "Bad handshake method");
    }

    public static HttpFault badRequest() {
        return new HttpFault(3, 400, "Bad request");
    }

    public static HttpFault forbidden(String message) {
        return new HttpFault(4, 403, message);
    }

    public static HttpFault unsupportedVersion() {
        return new HttpFault(5, 400, "Unsupported protocol version");
    }

    public static HttpFault payloadTooLarge() {
        return new HttpFault(3, 413, "Payload too large");
    }

    public static HttpFault unsupportedEncoding() {
        return new HttpFault(3, 415, "Bad request");
    }

    public static HttpFault bodyTimeout() {
        return new HttpFault(3, 408, "Bad request");
    }

    public static HttpFault upgradeRequired() {
        return new HttpFault(3, 426, "Bad request");
    }

    public static HttpFault overloaded() {
        return new HttpFault(3, 503, "Too many clients");
    }

    public int status() {
        return status;
    }

    /** The answer's body. */
    public byte[] body() {
        return ("{\"code\":" + code + ",\"message\":\"" + escape(String.valueOf(getMessage())) + "\"}")
                .getBytes(StandardCharsets.UTF_8);
    }

    /** Sets status and headers; the connection is given up where a body that nobody will read may still be coming. */
    public void writeHead(HttpServletResponse response) {
        response.setStatus(status);
        response.setContentType("application/json");
        AnswerHeaders.addSafety(response);
        if (status == 413 || status == 408) {
            response.setHeader("Connection", "close");
        }
        if (status == 426) {
            response.setHeader("Sec-WebSocket-Version", "13");
            response.setHeader("Upgrade", "websocket");
        }
        if (status == 503) {
            response.setIntHeader("Retry-After", TOO_MANY_SECONDS);
        }
    }

    public void answer(HttpServletResponse response) throws IOException {
        if (response.isCommitted()) {
            return;
        }
        response.resetBuffer();
        writeHead(response);
        byte[] body = body();
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }

    /** Messages of handshake checks are the application's words and may contain anything. */
    private static String escape(String text) {
        StringBuilder json = new StringBuilder(text.length() + 8);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                json.append('\\').append(c);
            } else if (c < 0x20 || c == '<' || Character.isSurrogate(c) || c == 0x2028 || c == 0x2029) {
                json.append(String.format("\\u%04x", (int) c));
            } else {
                json.append(c);
            }
        }
        return json.toString();
    }
}
