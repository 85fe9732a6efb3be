package io.tidings.protocol.websocket;

import java.util.Optional;

/**
 * The permessage-deflate parameters (RFC 7692) that a client and we agreed on: whether each side may refer back to its
 * earlier messages, which costs the other side memory for as long as the connection lives.
 */
public record DeflateAgreement(boolean serverKeepsContext, boolean clientKeepsContext, boolean namesServerWindow) {

    /**
     * What we answer to a Sec-WebSocket-Extensions header: the first offer that can be honoured, nothing when there is
     * none or the header is malformed. Contexts are kept only where both sides want it.
     */
    public static Optional<DeflateAgreement> answer(String offers, boolean keepContexts) {
        return new DeflateOffers(offers)
                .first()
                .map(offer -> new DeflateAgreement(
                        keepContexts && !offer.serverDropsContext(),
                        keepContexts && !offer.clientDropsContext(),
                        offer.namesServerWindow()));
    }

    /** The Sec-WebSocket-Extensions header of the answer. */
    public String header() {
        return "permessage-deflate"
                + (serverKeepsContext ? "" : "; server_no_context_takeover")
                + (clientKeepsContext ? "" : "; client_no_context_takeover")
                + (namesServerWindow ? "; server_max_window_bits=15" : "");
    }
}
