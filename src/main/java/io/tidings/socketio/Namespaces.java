package io.tidings.socketio;

import io.tidings.api.NamespaceGate;
import io.tidings.api.RefusedException;
import io.tidings.engine.LogText;
import io.tidings.protocol.socketio.SocketPacket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The namespaces of this node by name: those of the application, and those of families, which live as long as they have guests. */
final class Namespaces {

    private final Server server;
    private final Map<String, LocalNamespace> byName = new ConcurrentHashMap<>();
    private final List<Family> families = new CopyOnWriteArrayList<>();
    private final AtomicInteger familyNamespaces = new AtomicInteger();
    private final LocalNamespace main;

    Namespaces(Server server) {
        this.server = server;
        this.main = of(SocketPacket.MAIN_NAMESPACE);
    }

    Set<String> nodes() {
        return server.cluster().nodes();
    }

    LocalNamespace main() {
        return main;
    }

    /**
     * As the application asks for it: open from then on. One that belongs to a family need not exist at the moment; and where gates
     * decide on names, one without listeners is not opened past them.
     */
    LocalNamespace of(String name) {
        LocalNamespace known = byName.get(full(name));
        if (known != null) {
            return known;
        }
        LocalNamespace made = made(name);
        return made.isPermanent() && gates().isEmpty() ? open(made) : made;
    }

    /** The namespace of that name, or what stands for it where there is none on this node; asking for it does not make it. */
    LocalNamespace at(String name) {
        LocalNamespace known = byName.get(full(name));
        return known != null ? known : made(name);
    }

    private static String full(String name) {
        return name.startsWith("/") ? name : "/" + name;
    }

    private LocalNamespace made(String name) {
        String full = full(name);
        check(full);
        return new LocalNamespace(server, full, matching(full));
    }

    /** Lets clients into a namespace for good; gives the one that is there, be it another. */
    LocalNamespace open(LocalNamespace namespace) {
        return byName.computeIfAbsent(namespace.name(), missing -> namespace);
    }

    private void check(String name) {
        if (name.indexOf(',') >= 0) {
            throw new IllegalArgumentException("The name of a namespace has no comma: " + LogText.of(name));
        }
        if (server.hasStarted()) {
            checkLength(name);
        }
    }

    private void checkLength(String name) {
        int most = server.settings().packets().maxNamespace();
        if (name.getBytes(StandardCharsets.UTF_8).length > most) {
            throw new IllegalArgumentException("The name of a namespace has at most " + most
                    + " bytes (tidings.max-namespace-name): " + LogText.of(name));
        }
    }

    /** Looks at what was asked for before there were settings: no client could name a namespace of a longer name. */
    void started() {
        byName.keySet().forEach(this::checkLength);
    }

    synchronized Family family(Pattern pattern) {
        for (Family family : families) {
            if (family.isOf(pattern)) {
                return family;
            }
        }
        return added(Family.matching(this, pattern));
    }

    synchronized Family family(NamespaceGate gate) {
        for (Family family : families) {
            if (family.isBehind(gate)) {
                return family;
            }
        }
        return added(Family.behind(this, gate));
    }

    private Family added(Family family) {
        families.add(family);
        return family;
    }

    private @Nullable Family matching(String name) {
        for (Family family : families) {
            if (family.matches(name)) {
                return family;
            }
        }
        return null;
    }

    private List<Family> gates() {
        return families.stream().filter(Family::hasGate).toList();
    }

    /** The families one of which has to let a client into that name; none where nobody need be asked or nobody can be. */
    List<Family> gates(String name) {
        LocalNamespace known = byName.get(name);
        Family family = known == null ? matching(name) : known.family();
        if (family != null) {
            return family.hasGate() ? List.of(family) : List.of();
        }
        return known == null ? gates() : List.of();
    }

    List<LocalNamespace> of(Family family) {
        return byName.values().stream()
                .filter(namespace -> namespace.family() == family)
                .toList();
    }

    @Nullable
    LocalNamespace existing(String name) {
        return byName.get(name);
    }

    /** The name in the form that others keep already, so that it need not be kept for each client. */
    String shared(String name) {
        LocalNamespace known = byName.get(name);
        return known == null ? name : known.name();
    }

    Iterable<LocalNamespace> all() {
        return byName.values();
    }

    /** The namespaces of families, as they are limited. */
    int countInFamilies() {
        return familyNamespaces.get();
    }

    /**
     * Counts a guest in; null if there is no such namespace, or it is not one of that family. Without a family it is one of the
     * application's own or of a pattern that matches.
     *
     * @throws RefusedException when there are too many namespaces
     */
    @Nullable
    LocalNamespace enter(String name, @Nullable Family opened) {
        LocalNamespace known = byName.get(name);
        if (known != null && known.isPermanent()) {
            return known;
        }
        Family family = opened == null ? matching(name) : opened;
        return family == null ? null : entered(name, family);
    }

    private @Nullable LocalNamespace entered(String name, Family family) {
        LocalNamespace found = byName.compute(name, (same, known) -> {
            LocalNamespace namespace = known == null ? begun(name, family) : known;
            if (namespace.family() == family) {
                namespace.guests++;
            }
            return namespace;
        });
        return found.family() == family || found.isPermanent() ? found : null;
    }

    private LocalNamespace begun(String name, Family family) {
        if (familyNamespaces.incrementAndGet() > server.settings().limits().familyNamespaces()) {
            familyNamespaces.decrementAndGet();
            throw new RefusedException("Too many namespaces");
        }
        return new LocalNamespace(server, name, family);
    }

    /** Counts a guest out; the last one ends a namespace that belongs to a family. */
    void leave(LocalNamespace left) {
        if (left.isPermanent()) {
            return;
        }
        byName.computeIfPresent(left.name(), (name, namespace) -> {
            namespace.guests--;
            if (namespace.guests > 0) {
                return namespace;
            }
            familyNamespaces.decrementAndGet();
            return null;
        });
    }
}
