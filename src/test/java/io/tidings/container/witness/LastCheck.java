package io.tidings.container.witness;

import io.tidings.api.HttpHandshake;
import io.tidings.api.spi.HandshakeCheck;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Refuses clients that ask it to. */
@ApplicationScoped
public class LastCheck implements HandshakeCheck {

    @Inject
    Journal journal;

    @Override
    public Verdict check(HttpHandshake handshake) {
        journal.note("last");
        return handshake.queryParameter("refuse").filter("last"::equals).isPresent()
                ? Verdict.refused("refused by the last")
                : Verdict.accepted();
    }
}
