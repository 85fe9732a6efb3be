package io.tidings.transport.http;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import java.io.IOException;

/** Writes one body without blocking a thread, however slowly the client reads, and ends the request. */
public final class Answer implements WriteListener {

    private final Suspension request;
    private final ServletOutputStream out;
    private final byte[] body;
    private final Runnable onLost;

    // Touched only by the container's write callbacks, which come one at a time.
    private boolean written;

    private Answer(Suspension request, ServletOutputStream out, byte[] body, Runnable onLost) {
        this.request = request;
        this.out = out;
        this.body = body;
        this.onLost = onLost;
    }

    /** Sets status and headers, then writes the body; the last action runs when the client cannot be reached any more. */
    public static void write(Suspension request, Runnable head, byte[] body, Runnable onLost) {
        try {
            head.run();
            request.response().setContentLength(body.length);
            ServletOutputStream out = request.response().getOutputStream();
            out.setWriteListener(new Answer(request, out, body, onLost));
        } catch (IOException | RuntimeException gone) {
            // The container has already ended the request, and there is nobody to answer. Containers differ in what
            // they
            // throw then; whoever sends to many clients must not stop at this one.
            request.complete();
            onLost.run();
        }
    }

    @Override
    public void onWritePossible() throws IOException {
        while (out.isReady()) {
            if (written) {
                request.complete();
                return;
            }
            written = true;
            out.write(body);
        }
    }

    @Override
    public void onError(Throwable failure) {
        request.complete();
        onLost.run();
    }
}
