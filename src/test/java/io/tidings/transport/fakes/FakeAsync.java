package io.tidings.transport.fakes;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.ServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** The life of an asynchronous request; may be completed once. */
public final class FakeAsync {

    private final ServletResponse response;
    private final AsyncContext context = Stand.in(AsyncContext.class, this);
    private final List<AsyncListener> listeners = new ArrayList<>();
    private long timeout = 30_000;
    private boolean completed;
    private int timeoutsSet;
    private int timeoutsUntilReturn = Integer.MAX_VALUE;

    FakeAsync(ServletResponse response) {
        this.response = response;
    }

    AsyncContext context() {
        return context;
    }

    /** The container notices that the client has gone. */
    public void abandon() throws IOException {
        for (AsyncListener listener : listeners) {
            listener.onError(new AsyncEvent(context, null, response, new IOException("broken pipe")));
        }
    }

    public long timeout() {
        return timeout;
    }

    public boolean isCompleted() {
        return completed;
    }

    public void setTimeout(long millis) {
        if (hasReturned()) {
            throw new IllegalStateException("the request has left its thread");
        }
        timeoutsSet++;
        timeout = millis;
    }

    /** The container's thread has come back from the request after so many time-outs were set, and refuses another. */
    public void returnAfter(int timeouts) {
        timeoutsUntilReturn = timeouts;
    }

    public boolean hasReturned() {
        return timeoutsSet >= timeoutsUntilReturn;
    }

    public void addListener(AsyncListener listener) {
        listeners.add(listener);
    }

    public ServletResponse getResponse() {
        return response;
    }

    public void complete() {
        if (completed) {
            throw new IllegalStateException("completed already");
        }
        completed = true;
    }
}
