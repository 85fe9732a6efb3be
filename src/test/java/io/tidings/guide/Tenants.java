package io.tidings.guide;

import io.tidings.api.Socket;
import io.tidings.api.handler.Namespace;
import io.tidings.api.handler.OnEvent;

/** Namespaces by a pattern. */
@Namespace(pattern = "/tenant-\\d+")
public class Tenants {

    @OnEvent("post")
    void post(Socket socket, String note) {
        socket.namespace().emit("posted", socket.namespace().name(), note);
    }
}
