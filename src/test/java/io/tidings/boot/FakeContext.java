package io.tidings.boot;

import io.tidings.transport.fakes.Stand;
import jakarta.servlet.Servlet;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletRegistration;
import java.net.MalformedURLException;
import java.net.URL;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** An application's context as a container would hand it over while the application starts. */
public final class FakeContext {

    private final Map<String, Registration> servlets = new HashMap<>();
    private final Set<String> files = new HashSet<>();
    private final ServletContext context = Stand.in(ServletContext.class, this);

    /** What became of one servlet. */
    public final class Registration {

        private final Set<String> mappings = new TreeSet<>();
        private boolean asyncSupported;

        Set<String> mappings() {
            return mappings;
        }

        boolean isAsyncSupported() {
            return asyncSupported;
        }

        public void setAsyncSupported(boolean supported) {
            asyncSupported = supported;
        }

        public void setLoadOnStartup(int order) {
            // Nobody asks.
        }

        /** As the specification has it, a conflict leaves everything as it was. */
        public Set<String> addMapping(String... paths) {
            Set<String> taken = new TreeSet<>(Arrays.asList(paths));
            taken.removeIf(path -> servlets.values().stream().noneMatch(other -> other.mappings.contains(path)));
            if (taken.isEmpty()) {
                mappings.addAll(Arrays.asList(paths));
            }
            return taken;
        }
    }

    ServletContext context() {
        return context;
    }

    Registration registration(String name) {
        Registration registration = servlets.get(name);
        if (registration == null) {
            throw new AssertionError("no servlet " + name + " among " + servlets.keySet());
        }
        return registration;
    }

    /** The application has a servlet of its own. */
    FakeContext servlet(String name, String path) {
        Registration own = new Registration();
        servlets.put(name, own);
        own.addMapping(path);
        return this;
    }

    /** The application has a file of its own. */
    FakeContext file(String path) {
        files.add(path);
        return this;
    }

    // ---- what ServletContext is asked

    public ServletRegistration.@Nullable Dynamic addServlet(String name, Servlet servlet) {
        if (servlets.containsKey(name)) {
            return null;
        }
        Registration added = new Registration();
        servlets.put(name, added);
        return Stand.in(ServletRegistration.Dynamic.class, added);
    }

    public @Nullable URL getResource(String path) throws MalformedURLException {
        return files.contains(path) ? new URL("file:" + path) : null;
    }
}
