package io.tidings.guide;

import io.tidings.api.ArgumentException;
import io.tidings.api.RefusedException;
import io.tidings.api.Socket;
import io.tidings.api.spi.ErrorMapper;
import io.tidings.guide.Cellar.OutOfStock;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What clients are told when a handler has failed, in the words of this application. */
@ApplicationScoped
public class Failures implements ErrorMapper {

    public record Problem(String error, @Nullable Object data) {}

    @Override
    public Object acknowledgement(Socket socket, String event, Throwable failure) {
        String message = String.valueOf(failure.getMessage());
        if (failure instanceof OutOfStock out) {
            return new Problem(message, Map.of("left", out.left()));
        }
        if (failure instanceof RefusedException refused) {
            return new Problem(message, refused.data());
        }
        return new Problem(failure instanceof ArgumentException ? message : "It is our fault.", null);
    }
}
