package io.tidings.cdi;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidings.api.handler.OnEvent;
import jakarta.enterprise.inject.Vetoed;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ForgottenHandlersTest {

    static class Forgotten {
        @OnEvent("say")
        void say() {}
    }

    static class Extended extends Forgotten {}

    @Vetoed
    static class Unwanted {
        @OnEvent("say")
        void say() {}
    }

    abstract static class Unfinished {
        @OnEvent("say")
        void say() {}
    }

    interface Contract {
        @OnEvent("say")
        default void say() {}
    }

    @Test
    void aClassWithHandlersHasToBeABean() {
        assertThat(ForgottenHandlers.faults(Set.of(Forgotten.class), List.of()))
                .containsExactly(Forgotten.class.getName()
                        + ": has handlers but is no bean; declare @Namespace or a scope such as @ApplicationScoped, or @Vetoed"
                        + " if nobody should call it");
        assertThat(ForgottenHandlers.faults(Set.of(Forgotten.class), List.of(Forgotten.class)))
                .isEmpty();
    }

    @Test
    void aBeanBringsTheHandlersOfItsSuperclasses() {
        assertThat(ForgottenHandlers.faults(Set.of(Forgotten.class), List.of(Extended.class)))
                .isEmpty();
    }

    @Test
    void aClassThatCannotOrMustNotBeABeanIsNotMissed() {
        assertThat(ForgottenHandlers.faults(Set.of(Unwanted.class, Unfinished.class), List.of()))
                .isEmpty();
    }

    @Test
    void interfacesPassNoHandlersOn() {
        assertThat(ForgottenHandlers.faults(Set.of(Contract.class), List.of()))
                .containsExactly(Contract.class.getName()
                        + ": is an interface, whose annotations nobody inherits; move the handlers' annotations into the class"
                        + " that implements it");
    }
}
