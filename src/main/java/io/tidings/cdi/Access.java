package io.tidings.cdi;

import io.tidings.api.RefusedException;
import io.tidings.api.Socket;
import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import java.lang.reflect.AnnotatedElement;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Who may call something: everybody, or whoever has one of the roles, which is nobody where there are none.
 *
 * @param roles null for everybody
 */
record Access(@Nullable Set<String> roles) {

    static final Access EVERYBODY = new Access(null);

    /** What Jakarta Security calls everybody who is logged in. */
    private static final String ANY_ROLE = "**";

    /** What the first of these says that says anything. */
    static Access of(AnnotatedElement... elements) {
        return Stream.of(elements)
                .flatMap(element -> declaredBy(element).stream())
                .findFirst()
                .orElse(EVERYBODY);
    }

    private static Optional<Access> declaredBy(AnnotatedElement element) {
        if (element.isAnnotationPresent(DenyAll.class)) {
            return Optional.of(new Access(Set.of()));
        }
        RolesAllowed allowed = element.getAnnotation(RolesAllowed.class);
        if (allowed != null) {
            return Optional.of(new Access(Set.of(allowed.value())));
        }
        return element.isAnnotationPresent(PermitAll.class) ? Optional.of(EVERYBODY) : Optional.empty();
    }

    boolean isForEverybody() {
        return roles == null;
    }

    /** The roles that the container has to know of. */
    Stream<String> namedRoles() {
        return Stream.ofNullable(roles).flatMap(Set::stream).filter(role -> !role.equals(ANY_ROLE));
    }

    boolean allows(Socket socket) {
        return roles == null || roles.stream().anyMatch(role -> has(socket, role));
    }

    private static boolean has(Socket socket, String role) {
        return role.equals(ANY_ROLE) ? socket.principal().isPresent() : socket.isInRole(role);
    }

    void check(Socket socket) {
        if (!allows(socket)) {
            throw new RefusedException(Door.FORBIDDEN);
        }
    }
}
