package io.tidings.api.spi;

import io.tidings.api.ArgumentException;
import io.tidings.api.RefusedException;
import io.tidings.api.Socket;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Tells clients what the application says to them, and of everything else only that it happened. */
final class PlainErrors implements ErrorMapper {

    static final PlainErrors INSTANCE = new PlainErrors();

    private PlainErrors() {}

    @Override
    public Object acknowledgement(Socket socket, String event, Throwable failure) {
        if (failure instanceof RefusedException refused) {
            Object data = refused.data();
            return data == null
                    ? error(refused.getMessage(), "Refused")
                    : Map.of("error", orElse(refused.getMessage(), "Refused"), "data", data);
        }
        return failure instanceof ArgumentException
                ? error(failure.getMessage(), "Invalid arguments")
                : error(null, "Internal error");
    }

    private static Map<String, String> error(@Nullable String message, String otherwise) {
        return Map.of("error", orElse(message, otherwise));
    }

    private static String orElse(@Nullable String message, String otherwise) {
        return message == null ? otherwise : message;
    }
}
