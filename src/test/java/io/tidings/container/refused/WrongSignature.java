package io.tidings.container.refused;

import io.tidings.api.DisconnectReason;
import io.tidings.api.handler.Namespace;
import io.tidings.api.handler.OnEvent;

/** Asks for something that no client sends. */
@Namespace("/chat")
public class WrongSignature {

    @OnEvent("say")
    void say(DisconnectReason reason) {}
}
