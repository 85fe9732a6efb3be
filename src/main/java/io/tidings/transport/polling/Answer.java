package io.tidings.transport.polling;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Writes one body without blocking a thread, however slowly the client reads, and ends the request. */
final class Answer implements WriteListener {

    private final AsyncContext context;
    private final ServletOutputStream out;
    private final byte[] body;
    private final Runnable onLost;

    // Touched only by the container's write callbacks, which come one at a time.
    private boolean written;

    private Answer(AsyncContext context, ServletOutputStream out, byte[] body, Runnable onLost) {
        this.context = context;
        this.out = out;
        this.body = body;
        this.onLost = onLost;
    }

    /** Sets status and headers, then writes the body; the last action runs when the client cannot be reached any more. */
    static void write(AsyncContext context, Runnable head, byte[] body, Runnable onLost) {
        try {
            head.run();
            context.getResponse().setContentLength(body.length);
            ServletOutputStream out = context.getResponse().getOutputStream();
            out.setWriteListener(new Answer(context, out, body, onLost));
        } catch (IOException | RuntimeException gone) {
            // The container has already ended the request, and there is nobody to answer. Containers differ in what
            // they
            // throw then; whoever sends to many clients must not stop at this one.
            complete(context);
            onLost.run();
        }
    }

    @Override
    public void onWritePossible() throws IOException {
        while (out.isReady()) {
            if (written) {
                complete(context);
                return;
            }
            written = true;
            out.write(body);
        }
    }

    @Override
    public void onError(Throwable failure) {
        complete(context);
        onLost.run();
    }

    /** Ends a request, with or without an answer. */
    static void complete(AsyncContext context) {
        try {
            context.complete();
        } catch (IllegalStateException | UncheckedIOException alreadyEnded) {
            // The container ended the request on its own, which is what was wanted.
        }
    }
}
