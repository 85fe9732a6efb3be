package io.tidings.transport.client;

import io.tidings.transport.http.Answer;
import io.tidings.transport.http.Compression;
import io.tidings.transport.http.Origins;
import io.tidings.transport.http.Suspension;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;

/** Gives the client to browsers: by the last part of the path alone, so that nothing but its files can be reached. */
public final class ClientServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    private static final String METHODS = "GET, HEAD, OPTIONS";

    private final transient ClientFiles files;
    private final transient Origins origins;

    public ClientServlet(ClientFiles files, Origins origins) {
        this.files = files;
        this.origins = origins;
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) {
        switch (request.getMethod()) {
            case "GET", "HEAD" -> find(request, response);
            case "OPTIONS" -> {
                response.setHeader("Allow", METHODS);
                origins.answerPreflight(request, response);
            }
            default -> {
                response.setHeader("Allow", METHODS);
                response.setStatus(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
            }
        }
    }

    private void find(HttpServletRequest request, HttpServletResponse response) {
        String path = request.getServletPath();
        Optional<ClientFile> found = files.named(path.substring(path.lastIndexOf('/') + 1));
        if (found.isEmpty()) {
            response.setStatus(HttpServletResponse.SC_NOT_FOUND);
        } else if (files.tag().isAmong(request.getHeaders("If-None-Match"))) {
            addHeaders(request, response);
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
        } else {
            send(found.get(), request, response);
        }
    }

    private void send(ClientFile file, HttpServletRequest request, HttpServletResponse response) {
        String encoding = Compression.acceptedBy(request.getHeader("Accept-Encoding"));
        byte[] body = file.in(encoding);
        addHeaders(request, response);
        response.setContentType(file.contentType());
        if (encoding != null) {
            response.setHeader("Content-Encoding", encoding);
        }
        if (request.getMethod().equals("HEAD")) {
            response.setContentLength(body.length);
        } else {
            Answer.write(Suspension.of(request, response), () -> {}, body, () -> {});
        }
    }

    /** What an answer carries whether or not the file is sent along. */
    private void addHeaders(HttpServletRequest request, HttpServletResponse response) {
        origins.addHeaders(request, response);
        response.addHeader("Vary", "Accept-Encoding");
        response.setHeader("Cache-Control", "public, max-age=0");
        response.setHeader("ETag", files.tag().toString());
        response.setHeader("X-Content-Type-Options", "nosniff");
    }
}
