package io.tidings.guide;

import io.tidings.api.Argument;
import io.tidings.api.ArgumentException;
import io.tidings.api.RefusedException;
import io.tidings.api.handler.Namespace;
import io.tidings.api.handler.OnEvent;
import java.util.Map;

/** What goes wrong. */
@Namespace("/cellar")
public class Cellar {

    /** An exception of the application, which knows nothing of sockets. */
    public static class OutOfStock extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final int left;

        public OutOfStock(int left) {
            super("out of stock");
            this.left = left;
        }

        public int left() {
            return left;
        }
    }

    @OnEvent("take")
    String take(String wine, int bottles) {
        if (wine.equals("water")) {
            throw new RefusedException("We have no water.", Map.of("instead", "wine"));
        }
        if (bottles > 3) {
            throw new OutOfStock(3);
        }
        return bottles + " bottles of " + wine;
    }

    @OnEvent("taste")
    String taste(Argument sample) {
        String colour = sample.member("colour")
                .map(member -> member.as(String.class))
                .orElseThrow(() -> new ArgumentException("a sample has a colour"));
        return "tastes " + colour;
    }
}
