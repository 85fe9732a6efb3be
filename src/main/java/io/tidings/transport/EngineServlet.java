package io.tidings.transport;

import io.tidings.api.HttpHandshake;
import io.tidings.engine.CloseReason;
import io.tidings.engine.Engine;
import io.tidings.engine.EngineLink;
import io.tidings.engine.PeerFaults;
import io.tidings.engine.SessionId;
import io.tidings.engine.Transport;
import io.tidings.engine.TransportKind;
import io.tidings.transport.http.AnswerHeaders;
import io.tidings.transport.http.EngineRequest;
import io.tidings.transport.http.HttpFault;
import io.tidings.transport.http.Origins;
import io.tidings.transport.http.SessionCookie;
import io.tidings.transport.http.WebSocketCarrier;
import io.tidings.transport.polling.PollingDoor;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/** The one door to an engine. Nothing reaches a transport that was not checked here. */
public final class EngineServlet extends HttpServlet {

    private static final Logger LOG = System.getLogger(EngineServlet.class.getName());

    private static final long serialVersionUID = 1L;

    /** What a door is made of. */
    public record Parts(
            Engine engine,
            Doorman doorman,
            Origins origins,
            AnswerHeaders headers,
            SessionCookie cookie,
            PollingDoor polling,
            Consumer<HttpServletRequest> requestSeen,
            Supplier<WebSocketCarrier> webSocket) {}

    private final transient Parts parts;

    public EngineServlet(Parts parts) {
        this.parts = parts;
    }

    @Override
    protected void service(HttpServletRequest http, HttpServletResponse response) {
        try {
            answer(http, response);
        } catch (IOException clientHasGone) {
            // A container would make a warning with a stack trace of it, and any client could cause those.
            LOG.log(Level.DEBUG, "The client was gone before it was answered", clientHasGone);
        }
    }

    private void answer(HttpServletRequest http, HttpServletResponse response) throws IOException {
        try {
            if ("OPTIONS".equals(http.getMethod())) {
                parts.origins.answerPreflight(http, response);
                return;
            }
            parts.requestSeen.accept(http);
            parts.origins.addHeaders(http, response);
            EngineRequest request = EngineRequest.of(http);
            checkTransport(request);
            String sid = request.sid();
            if (sid == null) {
                openSession(request, response);
            } else {
                serveSession(request, response, sid);
            }
        } catch (HttpFault fault) {
            noteFault(fault, http);
            fault.answer(response);
        }
    }

    private void noteFault(HttpFault fault, HttpServletRequest http) {
        parts.engine
                .faults()
                .note(
                        PeerFaults.Kind.BAD_REQUEST,
                        () -> fault.status() + " " + fault.getMessage() + ", client " + http.getRemoteAddr());
    }

    private void checkTransport(EngineRequest request) throws HttpFault {
        if (!parts.engine.settings().transports().contains(request.kind())) {
            throw HttpFault.transportUnknown();
        }
        if (isWebSocket(request)) {
            if (!request.isGet()) {
                throw HttpFault.badMethod();
            }
            if (!request.asksForWebSocket()) {
                throw HttpFault.badRequest();
            }
            if (!parts.origins.allowsWebSocket(request.http())) {
                throw HttpFault.forbidden("Origin not allowed");
            }
        }
    }

    private static boolean isWebSocket(EngineRequest request) {
        return request.kind() == TransportKind.WEBSOCKET;
    }

    private void openSession(EngineRequest request, HttpServletResponse response) throws HttpFault, IOException {
        HttpHandshake handshake = parts.doorman.admit(request);
        SessionId id = parts.engine.newId();
        parts.headers.addInitial(response, handshake);
        parts.cookie.add(response, id, handshake.secure());
        if (isWebSocket(request)) {
            parts.webSocket.get().accept(request, response, transports -> parts.engine.open(id, handshake, transports));
        } else {
            parts.polling.open(request, response, transports -> parts.engine.open(id, handshake, transports));
        }
    }

    private void serveSession(EngineRequest request, HttpServletResponse response, String sid)
            throws HttpFault, IOException {
        Optional<EngineLink> found = parts.engine.find(sid);
        if (found.isPresent()) {
            serveSession(request, response, found.get());
        } else if (isWebSocket(request) || !parts.polling.serveLate(request, response, sid)) {
            throw HttpFault.sessionUnknown();
        }
    }

    private void serveSession(EngineRequest request, HttpServletResponse response, EngineLink link)
            throws HttpFault, IOException {
        if (!request.isSupportedVersion()) {
            throw HttpFault.badRequest();
        }
        HttpHandshake handshake = link.session().handshake();
        if (!request.isFromUserOf(handshake)
                || !parts.cookie.isShownBy(request.http(), link.session().id())) {
            throw HttpFault.forbidden("Forbidden");
        }
        parts.headers.addEvery(response, handshake);
        if (isWebSocket(request)) {
            parts.webSocket.get().accept(request, response, transports -> upgrade(link, transports));
        } else {
            parts.polling.serve(request, response, link);
        }
    }

    private static void upgrade(EngineLink link, Function<EngineLink, Transport> transports) {
        Transport probing = transports.apply(link);
        if (!link.startUpgrade(probing)) {
            probing.close(CloseReason.TRANSPORT_ERROR);
        }
    }
}
