package io.tidings.socketio;

import io.tidings.api.Admission;
import io.tidings.api.PacketFilter;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The beans that decide about the clients and events of one namespace, in order. */
record Judges(List<Admission> admissions, List<PacketFilter> filters) {

    static Judges of(Contributions beans, String name, @Nullable Family family) {
        return new Judges(concerned(beans.admissions(), name, family), concerned(beans.filters(), name, family));
    }

    private static <T> List<T> concerned(List<Contributions.Scoped<T>> all, String name, @Nullable Family family) {
        return all.stream()
                .filter(scoped -> concerns(scoped.scope(), name, family))
                .map(Contributions.Scoped::what)
                .toList();
    }

    private static boolean concerns(Scope scope, String name, @Nullable Family family) {
        if (scope instanceof Scope.Named named) {
            return named.name().equals(name);
        }
        if (scope instanceof Scope.Matching matching) {
            return matching.pattern().matcher(name).matches();
        }
        if (scope instanceof Scope.Behind behind) {
            return family != null && family.isBehind(behind.gate());
        }
        return true;
    }

    static <T> List<T> joined(List<T> first, List<T> second) {
        if (first.isEmpty() || second.isEmpty()) {
            return second.isEmpty() ? first : second;
        }
        List<T> all = new ArrayList<>(first);
        all.addAll(second);
        return all;
    }
}
