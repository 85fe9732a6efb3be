package io.tidings.transport.polling;

import io.tidings.protocol.engineio.EnginePacket;
import io.tidings.protocol.engineio.PacketType;
import io.tidings.protocol.engineio.PollingPayload;
import io.tidings.transport.http.Answer;
import io.tidings.transport.http.AnswerHeaders;
import io.tidings.transport.http.Compression;
import io.tidings.transport.http.HttpFault;
import io.tidings.transport.http.Suspension;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One GET of a client that waits for packets; answered exactly once by whoever has taken it from its transport. */
final class Poll {

    private final Suspension request;
    private final HttpServletResponse response;
    private final Compression compression;
    private final @Nullable String acceptEncoding;

    Poll(HttpServletRequest request, HttpServletResponse response, Compression compression) {
        this.response = response;
        this.compression = compression;
        this.acceptEncoding = request.getHeader("Accept-Encoding");
        this.request = Suspension.of(request, response);
    }

    /** Tells when the client has gone while it waited, as far as the container notices: Payara 6 does, Undertow 2.3 does not. */
    void onAbandoned(Runnable action) {
        request.context().addListener(new AsyncListener() {
            @Override
            public void onComplete(AsyncEvent event) {}

            @Override
            public void onTimeout(AsyncEvent event) {}

            @Override
            public void onError(AsyncEvent event) {
                action.run();
            }

            @Override
            public void onStartAsync(AsyncEvent event) {}
        });
    }

    void answer(List<EnginePacket> packets, Runnable onLost) {
        byte[] plain = PollingPayload.encode(packets);
        String encoding = isCompressible(packets) ? compression.encodingFor(plain.length, acceptEncoding) : null;
        byte[] body = encoding == null ? plain : Compression.compress(plain, encoding);
        Answer.write(request, () -> writeHead(encoding), body, onLost);
    }

    /** One body has one encoding: it stays as it is where no message wants to be compressed. */
    private static boolean isCompressible(List<EnginePacket> packets) {
        List<EnginePacket> messages = packets.stream()
                .filter(packet -> packet.type() == PacketType.MESSAGE)
                .toList();
        return messages.isEmpty() || messages.stream().anyMatch(EnginePacket::compressible);
    }

    private void writeHead(@Nullable String encoding) {
        response.setStatus(HttpServletResponse.SC_OK);
        response.setContentType("text/plain; charset=UTF-8");
        AnswerHeaders.addSafety(response);
        if (encoding != null) {
            response.setHeader("Content-Encoding", encoding);
        }
    }

    void refuse(HttpFault fault) {
        Answer.write(request, () -> fault.writeHead(response), fault.body(), () -> {});
    }
}
