package io.tidings.container.witness;

import io.tidings.api.HttpHandshake;
import io.tidings.api.spi.HandshakeCheck;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Refuses clients that ask it to. */
@ApplicationScoped
@Priority(10)
public class FirstCheck implements HandshakeCheck {

    @Inject
    Journal journal;

    @Override
    public Verdict check(HttpHandshake handshake) {
        journal.note("first");
        return handshake.queryParameter("refuse").filter("first"::equals).isPresent()
                ? Verdict.refused("refused by the first")
                : Verdict.accepted();
    }
}
