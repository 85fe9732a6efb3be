package io.tidings.transport.client;

import io.tidings.transport.http.Compression;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One file of the client. Keeps each form in which it was ever asked for: as it is, and once for each encoding that
 * {@link Compression} knows.
 */
final class ClientFile {

    private static final String PLAIN = "identity";

    private final Supplier<byte[]> source;
    private final String contentType;
    private final Map<String, byte[]> forms = new ConcurrentHashMap<>();

    ClientFile(String name, Supplier<byte[]> source) {
        this.source = source;
        this.contentType = "application/" + (name.endsWith(".map") ? "json" : "javascript") + "; charset=utf-8";
    }

    String contentType() {
        return contentType;
    }

    /** The bytes to send in that encoding; null is for none. */
    byte[] in(@Nullable String encoding) {
        return encoding == null
                ? forms.computeIfAbsent(PLAIN, plain -> source.get())
                : forms.computeIfAbsent(encoding, coded -> Compression.compress(source.get(), coded));
    }
}
