package io.tidings.container.witness;

import io.tidings.api.HttpHandshake;
import io.tidings.api.spi.HandshakeCheck;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Refuses clients that ask it to. */
@ApplicationScoped
@Priority(20)
public class SecondCheck implements HandshakeCheck {

    @Inject
    Journal journal;

    @Override
    public Verdict check(HttpHandshake handshake) {
        journal.note("second");
        return handshake.queryParameter("refuse").filter("second"::equals).isPresent()
                ? Verdict.refused("refused by the second")
                : Verdict.accepted();
    }
}
