package io.tidings.engine;

/** Takes whatever there is to send. */
public record UnheardTransport(EngineLink link) implements Transport {

    @Override
    public TransportKind kind() {
        return TransportKind.WEBSOCKET;
    }

    @Override
    public void flush() {
        link.take(this, Integer.MAX_VALUE);
    }

    @Override
    public boolean isWritable() {
        return true;
    }

    @Override
    public void resumeReading() {
        // Nothing is read.
    }

    @Override
    public void close(CloseReason reason) {
        // Nobody is told.
    }
}
