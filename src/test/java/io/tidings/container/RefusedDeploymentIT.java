package io.tidings.container;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.tidings.apps.Departures;
import io.tidings.apps.EngineEcho;
import io.tidings.container.refused.EnterpriseBean;
import io.tidings.container.refused.NoBean;
import io.tidings.container.refused.WrongSignature;
import io.tidings.server.Launch;
import io.tidings.server.ServerKind;
import io.tidings.server.StartFailed;
import java.io.File;
import java.nio.file.Path;
import org.assertj.core.api.ThrowableAssertAlternative;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.StringAsset;
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
        assertThatStarting(directory, EngineEcho.class, Departures.class, SecondEcho.class)
                .withMessageContaining("Two EngineListener beans want the path /engine.io");
    }

    @Test
    void aHandlerThatCannotBeCalledStopsTheDeployment(@TempDir Path directory) {
        assertThatStarting(directory, WrongSignature.class)
                .withMessageContaining(
                        WrongSignature.class.getName()
                                + ".say: parameter 1 (io.tidings.api.DisconnectReason) is nothing that a client can send; declare");
    }

    @Test
    void aHandlerInNoBeanStopsTheDeployment(@TempDir Path directory) {
        assertThatStarting(directory, NoBean.class)
                .withMessageContaining(NoBean.class.getName() + ": has handlers but is no bean; declare @Namespace");
    }

    @Test
    void aHandlerInAnEnterpriseBeanStopsTheDeployment(@TempDir Path directory) {
        assertThatStarting(directory, EnterpriseBean.class)
                .withMessageContaining(EnterpriseBean.class.getName() + ": is an EJB, whose container wraps");
    }

    private ThrowableAssertAlternative<StartFailed> assertThatStarting(Path directory, Class<?>... classes) {
        Launch refused = launch(directory, application().addClasses(classes));

        return assertThatExceptionOfType(StartFailed.class)
                .isThrownBy(() -> ServerKind.underTest().start(refused))
                .withMessageContaining("refused");
    }

    @Test
    void aFileThatTheClientWouldHideStopsTheDeployment(@TempDir Path directory) {
        Launch rival = launch(
                directory, application().addAsWebResource(new StringAsset("mine"), "socket.io/socket.io.min.js.map"));

        assertThatExceptionOfType(StartFailed.class)
                .isThrownBy(() -> ServerKind.underTest().start(rival))
                .withMessageContaining("refused")
                .withMessageContaining("The application serves /socket.io/socket.io.min.js.map itself;"
                        + " take that away, or set tidings.serve-client to false.");
    }

    private static WebArchive application() {
        return ShrinkWrap.create(WebArchive.class)
                .addAsLibrary(new File("target/tidings-classes.jar"), "tidings.jar")
                .addAsWebInfResource(new File("src/apps/common/WEB-INF/jboss-web.xml"));
    }

    private Launch launch(Path directory, WebArchive application) {
        Path war = directory.resolve("refused.war");
        application.as(ZipExporter.class).exportTo(war.toFile());
        return launch.serving(war);
    }
}
