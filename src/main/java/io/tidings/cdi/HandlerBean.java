package io.tidings.cdi;

import static java.util.stream.Collectors.groupingBy;

import jakarta.annotation.security.RolesAllowed;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What a class says that Tidings should call, and what is wrong with that. */
record HandlerBean(Class<?> type, List<HandlerMethod> methods, List<String> faults) {

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
        HandlerBean bean = new HandlerBean(type, List.copyOf(methods), faults);
        bean.addRivals();
        return bean;
    }

    static boolean declaresHandlers(Class<?> type) {
        return !of(type).isEmpty();
    }

    /** An event has one acknowledgement: of two methods that give it, one would be ignored. */
    private void addRivals() {
        methods.stream()
                .filter(HandlerMethod::acknowledges)
                .collect(groupingBy(HandlerMethod::event, TreeMap::new, java.util.stream.Collectors.toList()))
                .forEach((event, rivals) -> {
                    if (rivals.size() > 1) {
                        faults.add(rivals.get(1) + ": acknowledges '" + event + "', as does " + rivals.get(0)
                                + "; declare void for one of them");
                    }
                });
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
