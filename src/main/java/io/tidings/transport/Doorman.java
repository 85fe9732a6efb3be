package io.tidings.transport;

import io.tidings.api.HttpHandshake;
import io.tidings.api.spi.HandshakeCheck;
import io.tidings.engine.Engine;
import io.tidings.engine.LogText;
import io.tidings.engine.PeerFaults;
import io.tidings.transport.http.EngineRequest;
import io.tidings.transport.http.HttpFault;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Set;

/** Decides who may open a session. */
public final class Doorman {

    private static final Logger LOG = System.getLogger(Doorman.class.getName());

    private final Engine engine;
    private final List<HandshakeCheck> checks;
    private final Set<String> roles;

    /** Of the user's roles those given are remembered: who is asked later has no request any more to look into. */
    public Doorman(Engine engine, List<HandshakeCheck> checks, Set<String> roles) {
        this.engine = engine;
        this.checks = List.copyOf(checks);
        this.roles = Set.copyOf(roles);
    }

    /** What is kept of the request if it may open a session. */
    HttpHandshake admit(EngineRequest request) throws HttpFault {
        if (!request.isGet()) {
            throw HttpFault.badMethod();
        }
        if (!request.isSupportedVersion()) {
            throw HttpFault.unsupportedVersion();
        }
        if (!engine.turnstile().admits(request.http().getRemoteAddr())) {
            throw HttpFault.overloaded();
        }
        HttpHandshake handshake = request.handshake(roles);
        for (HandshakeCheck check : checks) {
            HandshakeCheck.Verdict verdict = verdictOf(check, handshake);
            if (!verdict.isAccepted()) {
                engine.faults()
                        .note(
                                PeerFaults.Kind.REFUSED_HANDSHAKE,
                                () -> verdict.message() + ", client " + handshake.remoteAddress());
                throw HttpFault.forbidden(verdict.message());
            }
        }
        return handshake;
    }

    private static HandshakeCheck.Verdict verdictOf(HandshakeCheck check, HttpHandshake handshake) {
        try {
            return check.check(handshake);
        } catch (RuntimeException e) {
            // Who cannot be checked does not come in; what went wrong is not the client's business.
            LOG.log(Level.WARNING, "A handshake check failed for " + LogText.of(handshake.remoteAddress()), e);
            return HandshakeCheck.Verdict.refused("Forbidden");
        }
    }
}
