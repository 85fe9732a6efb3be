package io.tidings.guide;

import io.tidings.api.Handshake;
import io.tidings.api.NamespaceGate;
import io.tidings.api.Verdict;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;

/** A bean that decides which names are namespaces, and for whom. */
@ApplicationScoped
public class ProjectGate implements NamespaceGate {

    private final Map<String, String> keys = Map.of("/project/apollo", "eagle", "/project/gemini", "agena");

    @Override
    public Verdict opens(String name, Handshake handshake) {
        String key = handshake.auth("key", String.class).orElse("");
        return key.equals(keys.get(name)) ? Verdict.accepted() : Verdict.refused("no such project");
    }
}
