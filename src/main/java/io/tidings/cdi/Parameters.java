package io.tidings.cdi;

import static java.util.stream.Collectors.joining;

import io.tidings.api.Argument;
import io.tidings.api.Socket;
import io.tidings.api.handler.Auth;
import io.tidings.api.handler.Query;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds out what each parameter of a handler is meant to be; those that mean nothing else are arguments by position. */
final class Parameters {

    private final Moment moment;
    private final List<Source> sources = new ArrayList<>();
    private int arguments;

    private Parameters(Moment moment) {
        this.moment = moment;
    }

    static List<Source> of(Method method, Moment moment) {
        Parameters parameters = new Parameters(moment);
        for (Parameter parameter : method.getParameters()) {
            parameters.add(parameter);
        }
        return List.copyOf(parameters.sources);
    }

    private void add(Parameter parameter) {
        try {
            sources.add(source(parameter));
        } catch (WrongBean e) {
            throw new WrongBean("parameter " + (sources.size() + 1) + " ("
                    + parameter.getParameterizedType().getTypeName() + ") " + e.getMessage());
        }
    }

    private Source source(Parameter parameter) {
        Expected expected = Expected.of(parameter);
        if (parameter.isAnnotationPresent(Auth.class)) {
            return SentValue.auth(parameter.getAnnotation(Auth.class).value(), expected);
        }
        if (parameter.isAnnotationPresent(Query.class)) {
            return QueryValue.of(parameter.getAnnotation(Query.class).value(), expected);
        }
        if (expected.isPrincipal()) {
            return new Caller((Class<?>) expected.type(), expected.absence());
        }
        Optional<Given> given = Given.of(parameter.getType()).filter(moment.given()::contains);
        return given.isPresent() ? given.get() : argument(parameter, expected);
    }

    private Source argument(Parameter parameter, Expected expected) {
        if (moment != Moment.EVENT) {
            throw new WrongBean("has no value in a method with " + moment + "; declare " + known()
                    + " or Principal, or annotate it with @Auth or @Query");
        }
        if (isOurs(expected)) {
            throw new WrongBean("is nothing that a client can send; declare " + known()
                    + ", Principal, Argument, or a type of the application");
        }
        if (parameter.isVarArgs()) {
            throw new WrongBean("stands for any number of arguments; declare Arguments, which has all of them");
        }
        return SentValue.argument(arguments++, expected);
    }

    private static boolean isOurs(Expected expected) {
        return expected.type() instanceof Class<?> named
                && named.getPackage() == Socket.class.getPackage()
                && named != Argument.class;
    }

    private String known() {
        return moment.given().stream()
                .map(given -> given.type().getSimpleName())
                .collect(joining(", "));
    }
}
