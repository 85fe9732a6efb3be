package io.tidings.socketio;

import io.tidings.api.HttpHandshake;
import io.tidings.api.Verdict;
import java.security.Principal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Who is behind a socket: as an admission has said, else as the container has. */
final class Identity {

    private final HttpHandshake handshake;
    private volatile @Nullable Verdict verdict;

    Identity(HttpHandshake handshake) {
        this.handshake = handshake;
    }

    /** Takes the principal that an admission has named, if it has. */
    void become(Verdict said) {
        if (said.principal() != null) {
            verdict = said;
        }
    }

    Optional<Principal> principal() {
        Verdict said = verdict;
        return said == null ? handshake.principal() : Optional.ofNullable(said.principal());
    }

    boolean isInRole(String role) {
        Verdict said = verdict;
        return (said == null ? handshake.roles() : said.roles()).contains(role);
    }
}
