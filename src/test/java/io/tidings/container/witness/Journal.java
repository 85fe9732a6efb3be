package io.tidings.container.witness;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** What happened to this application, in order. */
@ApplicationScoped
public class Journal {

    private final List<String> entries = new CopyOnWriteArrayList<>();

    public void note(String entry) {
        entries.add(entry);
    }

    public String entries() {
        return String.join(" ", entries);
    }
}
