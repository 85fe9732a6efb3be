package io.tidings.container;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.tidings.apps.Departures;
import io.tidings.apps.EngineEcho;
import io.tidings.server.Launch;
import io.tidings.server.ServerKind;
import io.tidings.server.StartFailed;
import java.io.File;
import java.nio.file.Path;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.exporter.ZipExporter;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Applications that cannot work do not start, and the log says why in a sentence. */
class RefusedDeploymentIT {

    private final Launch launch = Launch.of("conformance");

    @Test
    void aWrongSettingStopsTheDeployment() {
        assertThatExceptionOfType(StartFailed.class)
                .isThrownBy(() -> ServerKind.underTest().start(launch.with("tidings.ping-interval", "soon")))
                .withMessageContaining("refused")
                .withMessageContaining("Setting tidings.ping-interval is 'soon' but must be a duration such as 300ms");
    }

    @Test
    void twoListenersOnOnePathStopTheDeployment(@TempDir Path directory) {
        Path war = directory.resolve("twins.war");
        ShrinkWrap.create(WebArchive.class)
                .addClasses(EngineEcho.class, Departures.class, SecondEcho.class)
                .addAsLibrary(new File("target/tidings-classes.jar"), "tidings.jar")
                .addAsWebInfResource(new File("src/apps/common/WEB-INF/jboss-web.xml"))
                .as(ZipExporter.class)
                .exportTo(war.toFile());
        Launch twins = new Launch(war, launch.port(), launch.properties(), launch.jvmOptions(), launch.prefix());

        assertThatExceptionOfType(StartFailed.class)
                .isThrownBy(() -> ServerKind.underTest().start(twins))
                .withMessageContaining("refused")
                .withMessageContaining("Two EngineListener beans want the path /engine.io");
    }
}
