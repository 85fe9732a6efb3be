package io.tidings.cdi;

import io.tidings.api.Argument;
import io.tidings.api.handler.NonBlocking;
import io.tidings.api.handler.OnEvent;
import io.tidings.socketio.Contributions;
import io.tidings.socketio.Handler;
import io.tidings.socketio.Occurrence;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** Calls a handler of a bean in Weld: with the request context around it, as by default, and without; time per call. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class HandlerBenchmark {

    @Param({"takesNothing", "takesAnArgument", "hasARequestContext"})
    public String handler = "";

    private final Occurrence occurrence = Visitor.ANYBODY.sends("any", "17");
    private final Application application = Application.of(Echo.class);
    private final Contributions contributions = application.contributions();
    private Handler called = handlerOf("takesNothing");

    @ApplicationScoped
    static class Echo {
        @NonBlocking
        @OnEvent("takesNothing")
        void takesNothing() {}

        @NonBlocking
        @OnEvent("takesAnArgument")
        Argument takesAnArgument(Argument argument) {
            return argument;
        }

        @OnEvent("hasARequestContext")
        Argument hasARequestContext(Argument argument) {
            return argument;
        }
    }

    private Handler handlerOf(String event) {
        return contributions.handlers().stream()
                .flatMap(bean -> bean.what().onEvent().getOrDefault(event, List.of()).stream())
                .findFirst()
                .orElseThrow();
    }

    @Setup
    public void choose() {
        called = handlerOf(handler);
    }

    @TearDown
    public void undeploy() {
        application.close();
    }

    @Benchmark
    public @Nullable Object calls() throws Throwable {
        return called.call(occurrence);
    }
}
