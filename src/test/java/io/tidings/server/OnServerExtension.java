package io.tidings.server;

import java.util.List;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Starts the servers that test classes ask for with {@link OnServer}. */
public final class OnServerExtension implements BeforeAllCallback, ParameterResolver {

    private static final Namespace SERVERS = Namespace.create(OnServerExtension.class);

    /** What makes two test classes share a server. */
    private record Wish(String app, List<String> properties, List<String> jvmOptions) {

        static Wish of(ExtensionContext context) {
            OnServer wanted = context.getRequiredTestClass().getAnnotation(OnServer.class);
            return new Wish(wanted.app(), List.of(wanted.properties()), List.of(wanted.jvmOptions()));
        }

        AppServer fulfil() {
            Launch launch = Launch.of(app).withJvmOptions(jvmOptions.toArray(String[]::new));
            for (String property : properties) {
                int equals = property.indexOf('=');
                launch = launch.with(property.substring(0, equals), property.substring(equals + 1));
            }
            return ServerKind.underTest().start(launch);
        }
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        serverFor(context);
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == AppServer.class;
    }

    @Override
    public AppServer resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return serverFor(context);
    }

    /** The server that the test class of this context asked for; started when it is the first to ask. */
    public static AppServer serverFor(ExtensionContext context) {
        // the root's store closes what it keeps after the last test of the run
        return context.getRoot()
                .getStore(SERVERS)
                .getOrComputeIfAbsent(Wish.of(context), Wish::fulfil, AppServer.class);
    }
}
