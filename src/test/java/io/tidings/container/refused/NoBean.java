package io.tidings.container.refused;

import io.tidings.api.handler.OnEvent;

/** Has a handler, but nothing that makes it a bean. */
public class NoBean {

    @OnEvent("say")
    void say() {}
}
