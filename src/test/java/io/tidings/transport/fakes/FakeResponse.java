package io.tidings.transport.fakes;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import java.util.zip.InflaterInputStream;
import org.jspecify.annotations.Nullable;

/** An answer as a container would send it. */
public final class FakeResponse {

    private final Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    private final List<Cookie> cookies = new ArrayList<>();
    private final FakeOutput body = new FakeOutput();
    private final HttpServletResponse http = Stand.in(HttpServletResponse.class, this);
    private int status = 200;
    private boolean committed;
    private boolean recycled;

    public HttpServletResponse http() {
        return http;
    }

    public int status() {
        return status;
    }

    public String text() {
        return body.text();
    }

    /** The body as it was before it was compressed. */
    public byte[] decoded() throws IOException {
        InputStream coded = new ByteArrayInputStream(body.taken());
        String encoding = headers.getOrDefault("Content-Encoding", "identity");
        try (InputStream plain = switch (encoding) {
            case "gzip" -> new GZIPInputStream(coded);
            case "deflate" -> new InflaterInputStream(coded);
            case "identity" -> coded;
            default -> throw new AssertionError("unknown encoding " + encoding);
        }) {
            return plain.readAllBytes();
        }
    }

    public FakeOutput body() {
        return body;
    }

    public @Nullable String header(String name) {
        return headers.get(name);
    }

    public Map<String, String> headers() {
        return headers;
    }

    public List<Cookie> cookies() {
        return cookies;
    }

    public void commit() {
        committed = true;
    }

    /** The container has ended the request and taken its response back. */
    public void recycle() {
        recycled = true;
    }

    // ---- what HttpServletResponse is asked

    public void setStatus(int value) {
        if (recycled) {
            throw new IllegalStateException("recycled");
        }
        status = value;
    }

    public void setHeader(String name, String value) {
        headers.put(name, value);
    }

    public void addHeader(String name, String value) {
        headers.merge(name, value, (one, another) -> one + ", " + another);
    }

    public @Nullable String getHeader(String name) {
        return headers.get(name);
    }

    public void setIntHeader(String name, int value) {
        setHeader(name, Integer.toString(value));
    }

    public void setContentType(String type) {
        setHeader("Content-Type", type);
    }

    public void setContentLength(int length) {
        setIntHeader("Content-Length", length);
    }

    public void addCookie(Cookie cookie) {
        cookies.add(cookie);
    }

    public boolean isCommitted() {
        return committed;
    }

    public void resetBuffer() {
        if (committed) {
            throw new IllegalStateException("committed already");
        }
    }

    public ServletOutputStream getOutputStream() {
        return body;
    }
}
