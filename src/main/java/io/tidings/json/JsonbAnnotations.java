package io.tidings.json;

import jakarta.json.bind.annotation.JsonbProperty;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Tells for which classes JSON-B has been told something that only JSON-B understands. */
final class JsonbAnnotations {

    /** By name: a program without JSON-B has classes without its annotations. */
    private static final String PACKAGE = "jakarta.json.bind.annotation";

    private JsonbAnnotations() {}

    /** Whether a class can do without JSON-B: it has none of its annotations but names for members. */
    static boolean onlyRename(Class<?> type) {
        Set<Annotation> names = new HashSet<>();
        Stream.of(type.getDeclaredFields()).forEach(field -> names.addAll(Arrays.asList(field.getAnnotations())));
        names.removeIf(annotation -> !isName(annotation));
        return elements(type)
                .flatMap(element -> Stream.of(element.getAnnotations()))
                .filter(JsonbAnnotations::isOfJsonb)
                .allMatch(names::contains);
    }

    @SuppressWarnings("deprecation") // JSON-B heeds it all the same
    private static boolean isName(Annotation annotation) {
        return isOfJsonb(annotation.annotationType())
                && annotation instanceof JsonbProperty property
                && !property.nillable();
    }

    /** The name that the component of a record has in JSON, where it is given one. */
    static Optional<String> nameOf(Field component) {
        return Stream.of(component.getAnnotations())
                .filter(JsonbAnnotations::isName)
                .map(annotation -> ((JsonbProperty) annotation).value())
                .filter(name -> !name.isEmpty())
                .findFirst();
    }

    private static boolean isOfJsonb(Annotation annotation) {
        Class<?> type = annotation.annotationType();
        return isOfJsonb(type) || Stream.of(type.getAnnotations()).anyMatch(meta -> isOfJsonb(meta.annotationType()));
    }

    private static boolean isOfJsonb(Class<?> annotation) {
        return annotation.getPackageName().equals(PACKAGE);
    }

    private static Stream<AnnotatedElement> elements(Class<?> type) {
        Stream<Executable> executables =
                Stream.concat(Stream.of(type.getDeclaredMethods()), Stream.of(type.getDeclaredConstructors()));
        return Stream.of(
                        supertypes(type),
                        Stream.of(type.getPackage()),
                        Stream.of(type.getDeclaredFields()),
                        executables.flatMap(each -> Stream.concat(Stream.of(each), Stream.of(each.getParameters()))))
                .flatMap(elements -> elements);
    }

    private static Stream<Class<?>> supertypes(Class<?> type) {
        Set<Class<?>> found = new HashSet<>();
        Deque<Class<?>> open = new ArrayDeque<>(Set.of(type));
        while (!open.isEmpty()) {
            Class<?> next = open.pop();
            if (found.add(next)) {
                open.addAll(Arrays.asList(next.getInterfaces()));
            }
        }
        return found.stream();
    }
}
