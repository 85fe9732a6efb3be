package io.tidings.boot;

import io.tidings.api.spi.HandshakeCheck;
import io.tidings.api.spi.ResponseHeaders;
import io.tidings.cdi.Instances;
import io.tidings.engine.EngineListener;
import io.tidings.engine.EnginePath;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the application has put into CDI for the server to find. */
@Dependent
public class Beans {

    private static final int PRIORITY_OF_OTHERS = 5_000;

    private final Instance<EngineListener> listeners;
    private final Instance<HandshakeCheck> checks;
    private final Instance<ResponseHeaders> headers;
    private final BeanManager beans;

    @Inject
    public Beans(
            @Any Instance<EngineListener> listeners,
            @Any Instance<HandshakeCheck> checks,
            @Any Instance<ResponseHeaders> headers,
            BeanManager beans) {
        this.listeners = listeners;
        this.checks = checks;
        this.headers = headers;
        this.beans = beans;
    }

    /** The listeners by the path at which each is served. */
    Map<String, EngineListener> listeners(String defaultPath) {
        Map<String, EngineListener> byPath = new LinkedHashMap<>();
        for (Instance.Handle<EngineListener> handle : listeners.handles()) {
            Class<?> type = handle.getBean().getBeanClass();
            EnginePath annotation = type.getAnnotation(EnginePath.class);
            String path = annotation == null
                    ? defaultPath
                    : Settings.checkedPath("@EnginePath of " + type.getName(), annotation.value());
            EngineListener listener = Instances.itself(beans, handle.getBean()).orElseGet(handle::get);
            if (byPath.putIfAbsent(path, listener) != null) {
                throw new IllegalStateException("Two EngineListener beans want the path " + path + "; one of them is "
                        + type.getName() + ". Give each a path of its own with @EnginePath.");
            }
        }
        return byPath;
    }

    List<HandshakeCheck> handshakeChecks() {
        return inOrder(checks);
    }

    List<ResponseHeaders> responseHeaders() {
        return inOrder(headers);
    }

    private static <T> List<T> inOrder(Instance<T> beans) {
        List<Instance.Handle<T>> handles = new ArrayList<>();
        beans.handles().forEach(handles::add);
        handles.sort(Comparator.comparingInt(Beans::priorityOf));
        List<T> ordered = new ArrayList<>();
        handles.forEach(handle -> ordered.add(handle.get()));
        return ordered;
    }

    private static int priorityOf(Instance.Handle<?> handle) {
        Priority priority = handle.getBean().getBeanClass().getAnnotation(Priority.class);
        return priority == null ? PRIORITY_OF_OTHERS : priority.value();
    }
}
