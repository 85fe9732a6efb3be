package io.tidings.transport.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/** Compresses the bodies of answers for clients that accept it, from a size on. */
public record Compression(boolean isOn, int threshold) {

    /** The encoding to use for a body of that size, or null for none. */
    public @Nullable String encodingFor(int size, @Nullable String acceptEncoding) {
        return isOn && size >= threshold ? acceptedBy(acceptEncoding) : null;
    }

    /** The best encoding that a client takes by its Accept-Encoding header, or null for none. */
    public static @Nullable String acceptedBy(@Nullable String acceptEncoding) {
        if (acceptEncoding == null) {
            return null;
        }
        String second = null;
        for (String offer : acceptEncoding.toLowerCase(Locale.ROOT).split(",", 16)) {
            String[] parts = offer.trim().split(";", 2);
            boolean refused = parts.length == 2 && parts[1].trim().matches("q=0(\\.0{0,3})?");
            if (!refused && parts[0].trim().equals("gzip")) {
                return "gzip";
            }
            if (!refused && parts[0].trim().equals("deflate")) {
                second = "deflate";
            }
        }
        return second;
    }

    public static byte[] compress(byte[] body, String encoding) {
        ByteArrayOutputStream compressed = new ByteArrayOutputStream(body.length / 2);
        try (OutputStream out =
                encoding.equals("gzip") ? new GZIPOutputStream(compressed) : new DeflaterOutputStream(compressed)) {
            out.write(body);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return compressed.toByteArray();
    }
}
