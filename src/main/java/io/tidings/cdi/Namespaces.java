package io.tidings.cdi;

import io.tidings.api.NamespaceGate;
import io.tidings.api.handler.Namespace;
import io.tidings.socketio.Scope;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What {@link Namespace} says. Who says the same gets the same scope. */
final class Namespaces {

    private static final Scope MAIN = new Scope.Named("/");

    private final Function<Class<? extends NamespaceGate>, NamespaceGate> gates;
    private final Map<List<Object>, Scope> scopes = new HashMap<>();

    Namespaces(Function<Class<? extends NamespaceGate>, NamespaceGate> gates) {
        this.gates = gates;
    }

    /** What is wrong with the annotation of that class, as a sentence. */
    static Optional<String> fault(Class<?> type) {
        Namespace annotation = type.getAnnotation(Namespace.class);
        if (annotation == null) {
            return Optional.empty();
        }
        long given = Stream.of(
                        !annotation.value().isEmpty(),
                        !annotation.pattern().isEmpty(),
                        annotation.gate() != NamespaceGate.class)
                .filter(isGiven -> isGiven)
                .count();
        if (given != 1) {
            return Optional.of(
                    type.getName() + ": @Namespace has to say one thing; declare @Namespace(\"/name\"),"
                            + " @Namespace(pattern = ...) or @Namespace(gate = ...), and @Namespace(\"/\") for the main namespace");
        }
        return faultOfPattern(annotation.pattern())
                .map(fault -> type.getName() + ": the pattern of @Namespace is no regular expression: " + fault);
    }

    private static Optional<String> faultOfPattern(String pattern) {
        try {
            Pattern.compile(pattern);
            return Optional.empty();
        } catch (PatternSyntaxException e) {
            return Optional.of(e.getDescription() + " near index " + e.getIndex() + " of " + pattern);
        }
    }

    Scope ofHandlers(Class<?> type) {
        return of(type.getAnnotation(Namespace.class), MAIN);
    }

    Scope ofJudge(Class<?> type) {
        return of(type.getAnnotation(Namespace.class), new Scope.All());
    }

    private Scope of(@Nullable Namespace annotation, Scope otherwise) {
        if (annotation == null) {
            return otherwise;
        }
        List<Object> key = List.of(annotation.value(), annotation.pattern(), annotation.gate());
        return scopes.computeIfAbsent(key, first -> scope(annotation));
    }

    private Scope scope(Namespace annotation) {
        if (annotation.gate() != NamespaceGate.class) {
            return new Scope.Behind(gates.apply(annotation.gate()));
        }
        if (!annotation.pattern().isEmpty()) {
            return new Scope.Matching(Pattern.compile(annotation.pattern()));
        }
        String name = annotation.value();
        return new Scope.Named(name.startsWith("/") ? name : "/" + name);
    }
}
