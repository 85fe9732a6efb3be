package io.tidings.cdi;

import io.tidings.api.handler.OnAny;
import io.tidings.api.handler.OnConnect;
import io.tidings.api.handler.OnDisconnect;
import io.tidings.api.handler.OnDisconnecting;
import io.tidings.api.handler.OnEvent;
import jakarta.enterprise.inject.Alternative;
import jakarta.enterprise.inject.Vetoed;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.servlet.ServletContainerInitializer;
import jakarta.servlet.ServletContext;
import jakarta.servlet.annotation.HandlesTypes;
import java.lang.reflect.Modifier;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Stops the deployment of an application with handlers in classes that are no beans. CDI does not show such classes to an extension;
 * the servlet container does.
 */
@HandlesTypes({OnConnect.class, OnEvent.class, OnAny.class, OnDisconnecting.class, OnDisconnect.class})
public final class ForgottenHandlers implements ServletContainerInitializer {

    @Override
    public void onStartup(@Nullable Set<Class<?>> types, ServletContext context) {
        if (types == null) {
            return;
        }
        List<Class<?>> beans = CDI.current().select(HandlerExtension.class).get().beans().stream()
                .<Class<?>>map(FoundBean::type)
                .toList();
        Set<String> faults = faults(types, beans);
        if (!faults.isEmpty()) {
            throw new IllegalStateException(String.join("\n", faults));
        }
    }

    static Set<String> faults(Set<Class<?>> types, List<Class<?>> beans) {
        Set<String> faults = new TreeSet<>();
        for (Class<?> type : types) {
            if (type.isInterface()) {
                faults.add(type.getName()
                        + ": is an interface, whose annotations nobody inherits; move the handlers' annotations"
                        + " into the class that implements it");
            } else if (isMeantToBeABean(type) && beans.stream().noneMatch(type::isAssignableFrom)) {
                faults.add(type.getName() + ": has handlers but is no bean; declare @Namespace or a scope such as"
                        + " @ApplicationScoped, or @Vetoed if nobody should call it");
            }
        }
        return faults;
    }

    private static boolean isMeantToBeABean(Class<?> type) {
        return !Modifier.isAbstract(type.getModifiers())
                && !type.isAnnotationPresent(Vetoed.class)
                && !type.getPackage().isAnnotationPresent(Vetoed.class)
                && !type.isAnnotationPresent(Alternative.class)
                && !HandlerBean.of(type).isEmpty();
    }
}
