package io.tidings.container.witness;

import jakarta.enterprise.context.RequestScoped;

/** Counts for as long as a request is active. */
@RequestScoped
public class Visit {

    private int count;

    public int next() {
        return ++count;
    }
}
