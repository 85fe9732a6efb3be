package io.tidings.boot;

import java.util.Optional;
import java.util.function.Function;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;

/** The only class that sees MicroProfile Config, so that the others load without it. */
final class MicroProfileSettings {

    private MicroProfileSettings() {}

    static Function<String, Optional<String>> lookUp() {
        Config config = ConfigProvider.getConfig();
        return name -> config.getOptionalValue(name, String.class);
    }
}
