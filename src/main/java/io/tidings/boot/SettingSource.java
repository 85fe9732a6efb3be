package io.tidings.boot;

import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/** Where values of settings come from; the first place that knows a name wins. */
final class SettingSource {

    private final Function<String, Optional<String>> config;
    private final Function<String, Optional<String>> contextParameters;

    /** The last place to look is the deployment descriptor, so that an operator can override what was packed. */
    SettingSource(Function<String, Optional<String>> contextParameters) {
        this.config = microProfileConfig();
        this.contextParameters = contextParameters;
    }

    Optional<String> value(String name) {
        return config.apply(name)
                .or(() -> Optional.ofNullable(System.getProperty(name)))
                .or(() -> Optional.ofNullable(System.getenv(environmentName(name))))
                .or(() -> contextParameters.apply(name))
                .map(String::trim);
    }

    static String environmentName(String name) {
        return name.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT);
    }

    /** MicroProfile Config is no part of Jakarta EE: where the server has none, its classes are missing. */
    private static Function<String, Optional<String>> microProfileConfig() {
        try {
            return MicroProfileSettings.lookUp();
        } catch (NoClassDefFoundError | IllegalStateException absent) {
            return name -> Optional.empty();
        }
    }
}
