package io.tidings.cdi;

import io.tidings.api.Admission;
import io.tidings.api.Socket;
import io.tidings.api.Verdict;
import java.util.List;

/** Keeps out of a namespace whoever could not be greeted there. */
record Door(List<Access> rules) implements Admission {

    static final String FORBIDDEN = "Forbidden";

    @Override
    public Verdict admit(Socket socket) {
        return rules.stream().allMatch(rule -> rule.allows(socket)) ? Verdict.accepted() : Verdict.refused(FORBIDDEN);
    }
}
