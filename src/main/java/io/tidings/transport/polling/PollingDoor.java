package io.tidings.transport.polling;

import io.tidings.engine.Engine;
import io.tidings.engine.EngineLink;
import io.tidings.protocol.engineio.EnginePacket;
import io.tidings.transport.http.Compression;
import io.tidings.transport.http.EngineRequest;
import io.tidings.transport.http.HttpFault;
import io.tidings.transport.http.Opening;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** Takes the checked requests of long polling: the handshake, the polls and the posts. */
public final class PollingDoor {

    private final Compression compression;
    private final BodyLimits limits;
    private final Overtaking overtaking;

    public PollingDoor(Engine engine, Compression compression, Duration bodyTimeout) {
        this.compression = compression;
        int maxPackets = engine.settings().limits().packetsPerPayload();
        this.limits = new BodyLimits(engine.settings().maxPayload(), maxPackets, bodyTimeout, engine.deadlines());
        this.overtaking = new Overtaking(engine.deadlines());
    }

    /** Opens a session and answers its first GET with the open packet. */
    public void open(EngineRequest request, HttpServletResponse response, Opening opening) {
        Poll first = new Poll(request.http(), response, compression);
        opening.over(link -> {
            PollingTransport transport = new PollingTransport(link, overtaking);
            transport.poll(first);
            return transport;
        });
    }

    /** Serves a GET or POST of an open session. */
    public void serve(EngineRequest request, HttpServletResponse response, EngineLink link)
            throws HttpFault, IOException {
        if (!(link.transport() instanceof PollingTransport transport)) {
            throw HttpFault.badRequest();
        }
        if (request.isGet()) {
            transport.poll(new Poll(request.http(), response, compression));
        } else if (request.isPost()) {
            post(request.http(), response, transport);
        } else {
            throw HttpFault.badMethod();
        }
    }

    /** Answers the last poll of a client whose good-bye has overtaken it; false for any other request. */
    public boolean serveLate(EngineRequest request, HttpServletResponse response, String sid) {
        if (!request.isGet() || !overtaking.takeGoodBye(sid)) {
            return false;
        }
        new Poll(request.http(), response, compression).answer(List.of(EnginePacket.NOOP), () -> {});
        return true;
    }

    private void post(HttpServletRequest http, HttpServletResponse response, PollingTransport transport)
            throws HttpFault, IOException {
        String encoding = http.getHeader("Content-Encoding");
        if (encoding != null && !encoding.equalsIgnoreCase("identity")) {
            throw HttpFault.unsupportedEncoding();
        }
        if (http.getContentLengthLong() > limits.maxBytes()) {
            throw HttpFault.payloadTooLarge();
        }
        String type = http.getContentType();
        if (type != null && type.toLowerCase(Locale.ROOT).startsWith("application/octet-stream")) {
            // Since version 4 binary data travels as base64 inside text.
            transport.lost();
            throw HttpFault.badRequest();
        }
        Post post = new Post(transport, http, response, limits);
        if (transport.beginPost(post)) {
            post.start();
        } else {
            post.refuse(HttpFault.badRequest());
        }
    }
}
