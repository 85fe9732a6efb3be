package io.tidings.clients;

import io.tidings.server.AppServer;
import io.tidings.server.OnServer;
import io.tidings.tools.Tool;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The page of {@code mvn -Prun} in a browser. */
@OnServer(app = "demo")
class DemoPageIT {

    @TestFactory
    Stream<DynamicTest> chromium(AppServer server) {
        String browser = Tool.CHROMIUM.require().toString();
        return new NodeScript("demo-page.mjs", server.uri().toString(), browser).run();
    }
}
