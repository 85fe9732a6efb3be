package io.tidings.socketio;

import io.tidings.api.NamespaceGate;
import io.tidings.api.RefusedException;
import io.tidings.protocol.socketio.SocketPacket;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The namespaces of this node by name: those of the application, and those of families, which live as long as they have guests. */
final class Namespaces {

    private static final int LONGEST_NAME = 256;

    private final Server server;
    private final Map<String, LocalNamespace> byName = new ConcurrentHashMap<>();
    private final List<Family> families = new CopyOnWriteArrayList<>();
    private final AtomicInteger familyNamespaces = new AtomicInteger();
    private final LocalNamespace main;

    Namespaces(Server server) {
        this.server = server;
        this.main = of(SocketPacket.MAIN_NAMESPACE);
    }

    LocalNamespace main() {
        return main;
    }

    /** As the application asks for it: made where there is none yet. One that belongs to a family need not exist at the moment. */
    LocalNamespace of(String name) {
        String full = checked(name.startsWith("/") ? name : "/" + name);
        LocalNamespace known = byName.get(full);
        if (known != null) {
            return known;
        }
        for (Family family : families) {
            if (family.matches(full)) {
                return new LocalNamespace(server, full, family);
            }
        }
        return byName.computeIfAbsent(full, missing -> new LocalNamespace(server, missing, null));
    }

    private static String checked(String name) {
        if (name.length() > LONGEST_NAME || name.indexOf(',') >= 0) {
            throw new IllegalArgumentException(
                    "The name of a namespace has at most " + LONGEST_NAME + " characters and no comma.");
        }
        return name;
    }

    Family family(Pattern pattern) {
        for (Family family : families) {
            if (family.isOf(pattern)) {
                return family;
            }
        }
        return added(Family.matching(this, pattern));
    }

    Family family(NamespaceGate gate) {
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

    List<Family> gates() {
        return families.stream().filter(Family::hasGate).toList();
    }

    boolean hasGates() {
        return families.stream().anyMatch(Family::hasGate);
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

    Iterable<LocalNamespace> all() {
        return byName.values();
    }

    /** The namespaces of families, as they are limited. */
    int countInFamilies() {
        return familyNamespaces.get();
    }

    /** Counts a guest in; null if there is no such namespace and no pattern that matches the name. */
    @Nullable
    LocalNamespace enter(String name) {
        LocalNamespace known = byName.get(name);
        if (known != null) {
            Family family = known.family();
            return family == null ? known : enter(name, family);
        }
        for (Family family : families) {
            if (family.matches(name)) {
                return enter(name, family);
            }
        }
        return null;
    }

    /**
     * Counts a guest in.
     *
     * @throws RefusedException when there are too many namespaces
     */
    LocalNamespace enter(String name, Family family) {
        return byName.compute(name, (same, known) -> {
            LocalNamespace namespace = known == null ? begun(name, family) : known;
            namespace.guests++;
            return namespace;
        });
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
