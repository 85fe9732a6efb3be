package io.tidings.socketio;

import io.tidings.api.HttpHandshake;
import io.tidings.api.Verdict;
import java.security.Principal;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Who is behind a socket. */
record Identity(@Nullable Principal user, Set<String> roles) {

    /** Whom the container has authenticated. */
    static Identity of(HttpHandshake handshake) {
        return new Identity(handshake.user(), handshake.roles());
    }

    /** Whom an admission has named, if it has. */
    static @Nullable Identity of(Verdict verdict) {
        Principal named = verdict.principal();
        return named == null ? null : new Identity(named, verdict.roles());
    }

    Optional<Principal> principal() {
        return Optional.ofNullable(user);
    }

    boolean isInRole(String role) {
        return roles.contains(role);
    }
}
