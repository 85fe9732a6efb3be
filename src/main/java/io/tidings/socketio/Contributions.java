package io.tidings.socketio;

import io.tidings.api.Admission;
import io.tidings.api.PacketFilter;
import io.tidings.api.spi.ErrorMapper;
import java.util.List;

/**
 * What the beans of an application want of the server; admissions and filters in the order in which they are asked.
 *
 * @param errors what clients are told of failures
 */
public record Contributions(
        List<Scoped<Handlers>> handlers,
        List<Scoped<Admission>> admissions,
        List<Scoped<PacketFilter>> filters,
        SocketNews news,
        ErrorMapper errors) {

    public Contributions {
        handlers = List.copyOf(handlers);
        admissions = List.copyOf(admissions);
        filters = List.copyOf(filters);
    }

    /** Something and the namespaces that it is meant for. */
    public record Scoped<T>(Scope scope, T what) {}

    /** The same for somebody else who wants to hear. */
    public Contributions with(SocketNews other) {
        return new Contributions(handlers, admissions, filters, other, errors);
    }

    /** Whether there is anything for a client to talk to. */
    public boolean hasHandlers() {
        return !handlers.isEmpty();
    }
}
