package io.tidings.bench.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.channels.Selector;
import org.jspecify.annotations.Nullable;

/** Opens the wires of all clients. */
final class Dialler {

    /** Below the 28 000 ports that Linux gives one source address by default. */
    private static final int CLIENTS_PER_ADDRESS = 10_000;

    private static final int ADDRESSES_PER_NET = 250;

    private final Selector selector;
    private final Buffers buffers = new Buffers();
    private final Target target;

    Dialler(Selector selector, Target target) {
        this.selector = selector;
        this.target = target;
    }

    Wire dial(int client, Conversation conversation) {
        try {
            return Wire.open(selector, buffers, conversation, target.address(client), source(client));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot open a socket for client " + client, e);
        }
    }

    private @Nullable InetSocketAddress source(int client) {
        int address = client / CLIENTS_PER_ADDRESS;
        if (address == 0 || !target.isLoopback()) {
            return null;
        }
        return new InetSocketAddress(
                "127.0." + address / ADDRESSES_PER_NET + "." + (1 + address % ADDRESSES_PER_NET), 0);
    }
}
