package io.tidings.api;

import java.util.Collection;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Namespaces that come and go with their clients, such as one for each tenant, and have their listeners in common.
 *
 * <pre>{@code
 * io.of(Pattern.compile("/tenant-\\d+")).onConnect(socket -> socket.emit("welcome", socket.namespace().name()));
 * }</pre>
 *
 * <p>Any client can ask for any name: a gate or an {@link Admission} should look at who asks. How many such namespaces may
 * exist on a node is limited by a setting.
 */
public interface NamespaceFamily {

    /** The namespaces that exist on this node now. */
    Collection<Namespace> namespaces();

    /** Calls the listener with each socket that connects to a namespace of this family. */
    NamespaceFamily onConnect(Consumer<Socket> listener);

    /** Asks for each socket that wants to connect to a namespace of this family. */
    NamespaceFamily use(Admission admission);

    /** Asks for each event of each socket of this family. */
    NamespaceFamily filter(PacketFilter filter);

    /** Emits to all sockets of all namespaces of this family that exist on this node. */
    void emit(String event, @Nullable Object... arguments);
}
