package io.tidings.cdi;

import static java.util.stream.Collectors.groupingBy;

import jakarta.annotation.security.RolesAllowed;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What a class says that Tidings should call, and what is wrong with that. */
record HandlerBean(Class<?> type, List<HandlerMethod> methods, List<String> faults) {

    HandlerBean {
        methods = List.copyOf(methods);
        faults = List.copyOf(faults);
    }

    static HandlerBean of(Class<?> type) {
        List<HandlerMethod> methods = new ArrayList<>();
        List<String> faults = new ArrayList<>();
        for (Method method : Inherited.methodsOf(type)) {
            for (Moment moment : Moment.values()) {
                if (moment.isOf(method)) {
                    try {
                        methods.add(HandlerMethod.of(type, method, moment));
                    } catch (WrongBean e) {
                        faults.add(e.getMessage());
                    }
                }
            }
        }
        faults.addAll(rivals(methods));
        return new HandlerBean(type, methods, faults);
    }

    /** An event has one acknowledgement: of two methods that give it, one would be ignored. */
    private static List<String> rivals(List<HandlerMethod> methods) {
        Map<String, HandlerMethod> acknowledging = new HashMap<>();
        List<String> faults = new ArrayList<>();
        for (HandlerMethod method : methods) {
            HandlerMethod first = method.acknowledges() ? acknowledging.putIfAbsent(method.event(), method) : null;
            if (first != null) {
                faults.add(method + ": acknowledges '" + method.event() + "', as does " + first
                        + "; declare void for one of them");
            }
        }
        return faults;
    }

    boolean isEmpty() {
        return methods.isEmpty() && faults.isEmpty();
    }

    List<HandlerMethod> at(Moment moment) {
        return methods.stream().filter(method -> method.moment() == moment).toList();
    }

    /** The methods of each event. */
    Map<String, List<HandlerMethod>> byEvent() {
        return at(Moment.EVENT).stream().collect(groupingBy(HandlerMethod::event));
    }

    /**
     * Who is let in at all: who may call the methods that greet a socket; where there are none, whom the class is meant for.
     */
    List<Access> door() {
        List<HandlerMethod> greeting = at(Moment.CONNECT);
        List<Access> rules = greeting.isEmpty() && type.isAnnotationPresent(RolesAllowed.class)
                ? List.of(Access.of(type))
                : greeting.stream().map(HandlerMethod::access).toList();
        return rules.stream().filter(rule -> !rule.isForEverybody()).distinct().toList();
    }
}
