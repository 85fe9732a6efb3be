package io.tidings.transport.fakes;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpUpgradeHandler;
import java.security.Principal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Enumeration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A request as a container would hand it over. */
public final class FakeRequest {

    private final String method;
    private final @Nullable String query;
    private final List<String> headers = new ArrayList<>();
    private final List<Cookie> cookies = new ArrayList<>();
    private final List<String> roles = new ArrayList<>();
    private final FakeInput body = new FakeInput();
    private final HttpServletRequest http = Stand.in(HttpServletRequest.class, this);
    private String path = "/engine.io/";
    private String remoteAddress = "192.0.2.1";
    private boolean secure;
    private boolean bodyWasAskedFor;
    private @Nullable Principal user;
    private @Nullable FakeAsync async;
    private @Nullable HttpUpgradeHandler upgradeHandler;

    private FakeRequest(String method, @Nullable String query) {
        this.method = method;
        this.query = query;
    }

    public static FakeRequest of(String method, @Nullable String query) {
        return new FakeRequest(method, query);
    }

    public static FakeRequest get(String query) {
        return of("GET", query);
    }

    public static FakeRequest post(String query) {
        return of("POST", query);
    }

    /** A WebSocket handshake as browsers make it. */
    public static FakeRequest webSocket(String query) {
        return get(query)
                .header("Upgrade", "websocket")
                .header("Connection", "keep-alive, Upgrade")
                .header("Sec-WebSocket-Version", "13")
                .header("Sec-WebSocket-Key", "dGhlIHNhbXBsZSBub25jZQ==");
    }

    public FakeRequest header(String name, String value) {
        headers.add(name);
        headers.add(value);
        return this;
    }

    public FakeRequest without(String name) {
        int at = headers.indexOf(name);
        headers.remove(at);
        headers.remove(at);
        return this;
    }

    public FakeRequest cookie(String name, String value) {
        cookies.add(new Cookie(name, value));
        return this;
    }

    /** The path within the application. */
    public FakeRequest at(String place) {
        path = place;
        return this;
    }

    public FakeRequest from(String address) {
        remoteAddress = address;
        return this;
    }

    public FakeRequest user(String name, String... withRoles) {
        user = () -> name;
        roles.addAll(List.of(withRoles));
        return this;
    }

    public FakeRequest secured() {
        secure = true;
        return this;
    }

    public HttpServletRequest http() {
        return http;
    }

    public FakeInput body() {
        return body;
    }

    public boolean bodyWasAskedFor() {
        return bodyWasAskedFor;
    }

    public FakeAsync async() {
        if (async == null) {
            throw new AssertionError("the request is not asynchronous");
        }
        return async;
    }

    public boolean isAsync() {
        return async != null;
    }

    public @Nullable HttpUpgradeHandler upgradeHandler() {
        return upgradeHandler;
    }

    // ---- what HttpServletRequest is asked

    public String getMethod() {
        return method;
    }

    public @Nullable String getQueryString() {
        return query;
    }

    public String getRequestURI() {
        return path;
    }

    public String getServletPath() {
        return path;
    }

    public String getRemoteAddr() {
        return remoteAddress;
    }

    public boolean isSecure() {
        return secure;
    }

    public @Nullable Principal getUserPrincipal() {
        return user;
    }

    public boolean isUserInRole(String role) {
        return roles.contains(role);
    }

    public Cookie @Nullable [] getCookies() {
        return cookies.isEmpty() ? null : cookies.toArray(new Cookie[0]);
    }

    public @Nullable String getHeader(String name) {
        List<String> values = valuesOf(name);
        return values.isEmpty() ? null : values.get(0);
    }

    public Enumeration<String> getHeaders(String name) {
        return Collections.enumeration(valuesOf(name));
    }

    public Enumeration<String> getHeaderNames() {
        Set<String> names = new LinkedHashSet<>();
        for (int i = 0; i < headers.size(); i += 2) {
            names.add(headers.get(i));
        }
        return Collections.enumeration(names);
    }

    private List<String> valuesOf(String name) {
        List<String> values = new ArrayList<>();
        for (int i = 0; i < headers.size(); i += 2) {
            if (headers.get(i).equalsIgnoreCase(name)) {
                values.add(headers.get(i + 1));
            }
        }
        return values;
    }

    public @Nullable String getContentType() {
        return getHeader("Content-Type");
    }

    public long getContentLengthLong() {
        String length = getHeader("Content-Length");
        return length == null ? -1 : Long.parseLong(length);
    }

    public ServletInputStream getInputStream() {
        bodyWasAskedFor = true;
        return body;
    }

    public AsyncContext startAsync(ServletRequest request, ServletResponse response) {
        if (async != null) {
            throw new IllegalStateException("asynchronous already");
        }
        async = new FakeAsync(response);
        return async.context();
    }

    public <T extends HttpUpgradeHandler> T upgrade(Class<T> type) throws ReflectiveOperationException {
        T made = type.getDeclaredConstructor().newInstance();
        upgradeHandler = made;
        return made;
    }
}
