package io.tidings.api;

/** Called with each event of one name. What it throws is handled as what a handler throws: see {@link io.tidings.api.spi.ErrorMapper}. */
@FunctionalInterface
public interface EventListener {

    void handle(Arguments arguments, Ack ack) throws Exception;
}
