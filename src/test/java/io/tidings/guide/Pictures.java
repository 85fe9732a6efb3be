package io.tidings.guide;

import io.tidings.api.Argument;
import io.tidings.api.Socket;
import io.tidings.api.handler.Namespace;
import io.tidings.api.handler.OnEvent;
import java.nio.ByteBuffer;

/** Binary. */
@Namespace("/pictures")
public class Pictures {

    public record Picture(String title, ByteBuffer content) {}

    @OnEvent("size")
    int size(byte[] content) {
        return content.length;
    }

    @OnEvent("crop")
    Picture crop(Picture picture, int size) {
        return new Picture(picture.title(), picture.content().slice(0, size));
    }

    @OnEvent("show")
    void show(Socket socket, Argument picture) {
        socket.broadcast().emit("shown", picture);
    }
}
