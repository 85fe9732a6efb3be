package io.tidings.cdi;

import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.spi.AfterDeploymentValidation;
import jakarta.enterprise.inject.spi.DeploymentException;
import jakarta.enterprise.inject.spi.Extension;
import jakarta.enterprise.inject.spi.ProcessObserverMethod;
import java.util.ArrayList;
import java.util.List;

/** Finds what an application without sockets wants to hear of the clients of another one, and stops the deployment if it never will. */
public class OutsiderExtension implements Extension {

    private final Audience audience = Audience.ofOutsider();
    private final List<String> faults = new ArrayList<>();

    void findObserver(@Observes ProcessObserverMethod<?, ?> found) {
        try {
            audience.add(found.getObserverMethod());
        } catch (WrongBean e) {
            faults.add(e.getMessage());
        }
    }

    void report(@Observes AfterDeploymentValidation validation) {
        faults.stream().sorted().forEach(fault -> validation.addDeploymentProblem(new DeploymentException(fault)));
    }

    Audience audience() {
        return audience;
    }
}
