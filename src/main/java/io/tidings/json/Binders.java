package io.tidings.json;

import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import jakarta.json.bind.JsonbConfig;
import jakarta.json.spi.JsonProvider;
import java.util.function.Supplier;

/** Makes JSON-B fit for arguments. Apart from {@link JsonArguments}, which has to load where there is no JSON-B. */
final class Binders {

    private Binders() {}

    /** What the configuration says, with what lets binary and arguments of clients stand anywhere in a bean. */
    static Jsonb of(JsonbConfig config) {
        JsonProvider provider = JsonProvider.provider();
        ByteArrays arrays = new ByteArrays();
        ByteBuffers buffers = new ByteBuffers();
        ForwardedArguments forwarded = new ForwardedArguments(provider);
        return JsonbBuilder.newBuilder()
                .withProvider(new StrictProvider(provider))
                .withConfig(config.withSerializers(arrays, buffers, forwarded)
                        .withDeserializers(arrays, buffers, forwarded, new AnyValues()))
                .build();
    }

    /** JSON-B as it comes. No lambda: where it is made, that would need the type of what it gives. */
    static final class Plain implements Supplier<Jsonb> {

        @Override
        public Jsonb get() {
            return of(new JsonbConfig());
        }
    }

    /** JSON-P as it comes. */
    static final class Provider implements Supplier<JsonProvider> {

        @Override
        public JsonProvider get() {
            return JsonProvider.provider();
        }
    }
}
