package io.tidings.guide;

import io.tidings.api.Socket;
import io.tidings.api.spi.ErrorMapper;
import io.tidings.guide.Cellar.OutOfStock;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;

/** What clients are told when a handler has failed, in the words of this application. */
@ApplicationScoped
public class Failures implements ErrorMapper {

    @Override
    public Object acknowledgement(Socket socket, String event, Throwable failure) {
        if (failure instanceof OutOfStock out) {
            return Map.of("error", "out of stock", "data", Map.of("left", out.left()));
        }
        return ErrorMapper.standard().acknowledgement(socket, event, failure);
    }
}
