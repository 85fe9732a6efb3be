package io.tidings.transport.fakes;

import jakarta.servlet.ServletInputStream;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.http.WebConnection;

/** A connection after its upgrade. */
public final class FakeConnection implements WebConnection {

    private final FakeInput input = new FakeInput();
    private final FakeOutput output = new FakeOutput();
    private int closes;
    private boolean wasForced;

    public FakeInput input() {
        return input;
    }

    public FakeOutput output() {
        return output;
    }

    public boolean isClosed() {
        return closes > 0;
    }

    public int closes() {
        return closes;
    }

    /** True if it was closed in the way that does not wait for the client. */
    public boolean wasForced() {
        return wasForced;
    }

    @Override
    public ServletInputStream getInputStream() {
        return input;
    }

    @Override
    public ServletOutputStream getOutputStream() {
        return output;
    }

    @Override
    public void close() {
        closes++;
        wasForced = Thread.currentThread().isInterrupted();
    }
}
