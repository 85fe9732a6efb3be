package io.tidings.boot;

import jakarta.servlet.Servlet;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletRegistration;
import java.net.MalformedURLException;
import java.util.Collection;
import java.util.List;

/** Adds servlets to an application, never in the place of something that is the application's own. */
final class Servlets {

    private final ServletContext context;

    Servlets(ServletContext context) {
        this.context = context;
    }

    /** Serves paths; {@code remedy} is what to do if the application has a servlet for one of them already. */
    void add(String name, Servlet servlet, List<String> paths, String remedy) {
        ServletRegistration.Dynamic registration = context.addServlet("tidings " + name, servlet);
        if (registration == null) {
            throw new IllegalStateException("The application has a servlet of its own named 'tidings " + name + "'.");
        }
        registration.setAsyncSupported(true);
        registration.setLoadOnStartup(1);
        Collection<String> taken = registration.addMapping(paths.toArray(String[]::new));
        if (!taken.isEmpty()) {
            throw taken(taken.iterator().next(), remedy);
        }
    }

    /**
     * Serves paths at which the application may have files instead. A servlet would hide those, and a script of one version
     * beside the source map of another would help nobody.
     */
    void addInsteadOfFiles(String name, Servlet servlet, List<String> paths, String remedy) {
        for (String path : paths) {
            if (isFile(path)) {
                throw taken(path, remedy);
            }
        }
        add(name, servlet, paths, remedy);
    }

    private boolean isFile(String path) {
        try {
            return context.getResource(path) != null;
        } catch (MalformedURLException e) {
            throw new IllegalArgumentException(path, e);
        }
    }

    private static IllegalStateException taken(String path, String remedy) {
        return new IllegalStateException("The application serves " + path + " itself; " + remedy + ".");
    }
}
