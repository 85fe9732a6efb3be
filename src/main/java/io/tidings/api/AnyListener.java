package io.tidings.api;

/** Called with events of every name. */
@FunctionalInterface
public interface AnyListener {

    void handle(String event, Arguments arguments) throws Exception;
}
