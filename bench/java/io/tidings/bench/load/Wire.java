package io.tidings.bench.load;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import org.jspecify.annotations.Nullable;

/** One TCP connection of the load. */
final class Wire {

    private final Buffers buffers;
    private final Conversation conversation;
    private final SocketChannel channel;
    private final SelectionKey key;
    private @Nullable Unread unread;
    private @Nullable ByteBuffer unsent;

    private Wire(Buffers buffers, Conversation conversation, SocketChannel channel, Selector selector)
            throws IOException {
        this.buffers = buffers;
        this.conversation = conversation;
        this.channel = channel;
        key = channel.register(selector, SelectionKey.OP_CONNECT, this);
    }

    /** Starts to connect; {@code source} spreads clients over local addresses where one has too few ports. */
    static Wire open(
            Selector selector,
            Buffers buffers,
            Conversation conversation,
            InetSocketAddress server,
            @Nullable InetSocketAddress source)
            throws IOException {
        SocketChannel channel = SocketChannel.open();
        channel.configureBlocking(false);
        channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
        if (source != null) {
            channel.bind(source);
        }
        Wire wire = new Wire(buffers, conversation, channel, selector);
        channel.connect(server);
        return wire;
    }

    /** Does what the selector found possible. */
    void ready() {
        try {
            int ready = key.readyOps();
            if ((ready & SelectionKey.OP_CONNECT) != 0) {
                channel.finishConnect();
                key.interestOps(SelectionKey.OP_READ);
                conversation.connected(this);
            }
            if ((ready & SelectionKey.OP_READ) != 0) {
                read();
            }
            if (channel.isOpen()) {
                flush();
            }
        } catch (IOException | IllegalStateException e) {
            lose(String.valueOf(e.getMessage()));
        }
    }

    /** The output buffer with room for so many bytes; what is put there goes out with the next flush of this wire. */
    ByteBuffer output(int room) {
        return buffers.output(room);
    }

    /** Writes what stands in the output buffer; the rest waits until the socket takes it. */
    void flush() throws IOException {
        ByteBuffer output = buffers.output(0);
        if (output.position() == 0 && unsent == null) {
            return;
        }
        output.flip();
        if (unsent != null) {
            unsent = joined(unsent, output);
            channel.write(unsent);
        } else {
            channel.write(output);
            unsent = output.hasRemaining() ? joined(ByteBuffer.allocate(0), output) : null;
        }
        output.clear();
        boolean done = unsent == null || !unsent.hasRemaining();
        if (done) {
            unsent = null;
        }
        int wanted = done ? SelectionKey.OP_READ : SelectionKey.OP_READ | SelectionKey.OP_WRITE;
        if (key.interestOps() != wanted) {
            key.interestOps(wanted);
        }
    }

    /** Closes without a TIME_WAIT that would use up the ports of a churning client. */
    void close() {
        try {
            if (channel.isOpen()) {
                buffers.output(0).clear();
                channel.setOption(StandardSocketOptions.SO_LINGER, 0);
                channel.close();
            }
        } catch (IOException e) {
            throw new IllegalStateException("cannot close a socket", e);
        }
    }

    private void read() throws IOException {
        ByteBuffer input = buffers.input.clear();
        int count = channel.read(input);
        if (count < 0) {
            lose("the server closed the connection");
            return;
        }
        byte[] arrived = buffers.arrived;
        input.flip().get(arrived, 0, count);
        if (unread != null) {
            unread.append(arrived, count);
            unread.keepFrom(conversation.received(this, unread.bytes(), 0, unread.length()));
            unread = unread.length() == 0 ? null : unread;
            return;
        }
        int understood = conversation.received(this, arrived, 0, count);
        if (understood < count) {
            unread = new Unread(arrived, understood, count);
        }
    }

    private void lose(String why) {
        close();
        conversation.lost(this, why);
    }

    private static ByteBuffer joined(ByteBuffer first, ByteBuffer second) {
        return ByteBuffer.allocate(first.remaining() + second.remaining())
                .put(first)
                .put(second)
                .flip();
    }
}
