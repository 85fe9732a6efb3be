package io.tidings.cdi;

import io.tidings.api.RefusedException;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Makes a refusal of what Bean Validation, which the container runs around the methods of beans, says of the parameters of a handler.
 * The client gets what is wrong by path; what it sent is in none of it.
 */
final class Violations {

    private final HandlerMethod handler;

    Violations(HandlerMethod handler) {
        this.handler = handler;
    }

    /** What becomes of a failure of the handler. */
    Throwable translated(Throwable failure) {
        return failure instanceof ConstraintViolationException violated && isTheClientsFault(violated)
                ? new RefusedException("Invalid arguments", details(violated))
                : failure;
    }

    private boolean isTheClientsFault(ConstraintViolationException violated) {
        Set<ConstraintViolation<?>> violations = violated.getConstraintViolations();
        return violations != null
                && !violations.isEmpty()
                && violations.stream().allMatch(this::isOfParameter);
    }

    /** Other beans that the handler calls are validated too, and so is what it returns: that is not the client's fault. */
    private boolean isOfParameter(ConstraintViolation<?> violation) {
        Iterator<Path.Node> nodes = violation.getPropertyPath().iterator();
        return handler.bean().isInstance(violation.getRootBean())
                && handler.method().getName().equals(nodes.next().getName())
                && nodes.hasNext()
                && isOfParameter(nodes.next().getKind());
    }

    private static boolean isOfParameter(ElementKind kind) {
        return kind == ElementKind.PARAMETER || kind == ElementKind.CROSS_PARAMETER;
    }

    private List<Map<String, String>> details(ConstraintViolationException violated) {
        return violated.getConstraintViolations().stream()
                .map(violation -> Map.of("path", path(violation.getPropertyPath()), "message", violation.getMessage()))
                .sorted(Comparator.comparing((Map<String, String> detail) -> detail.get("path"))
                        .thenComparing(detail -> detail.get("message")))
                .toList();
    }

    /** {@code say.message.text} with the place at which the client sent the message: {@code 1.text}. */
    private String path(Path path) {
        Iterator<Path.Node> nodes = path.iterator();
        Path.Node method = nodes.next();
        Path.Node parameter = nodes.next();
        if (parameter.getKind() != ElementKind.PARAMETER) {
            return "";
        }
        int index = parameter.as(Path.ParameterNode.class).getParameterIndex();
        int prefix = method.getName().length() + 1 + parameter.getName().length();
        return handler.parameters().get(index).path() + path.toString().substring(prefix);
    }
}
