package io.tidings.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What {@code mvn -Prun} starts after its build, and that nothing of it stays. */
class ServeIT {

    private final int port = Ports.free();
    private final Process serve = start();
    private final List<ProcessHandle> family = awaitReady();

    @AfterEach
    void endEverything() {
        serve.destroyForcibly();
        family.forEach(ProcessHandle::destroyForcibly);
    }

    @Test
    void stopsItsServerWithinTenSecondsWhenAskedTo() throws InterruptedException {
        serve.toHandle().destroy();

        assertThat(serve.waitFor(10, TimeUnit.SECONDS)).isTrue();
        assertThat(Ports.isFree(port)).isTrue();
    }

    @Test
    void takesItsServerAlongWhenItIsKilled() throws InterruptedException {
        serve.toHandle().destroyForcibly();

        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
        while (!Ports.isFree(port)) {
            assertThat(System.nanoTime() - deadline)
                    .as("the server is still there")
                    .isNegative();
            Thread.sleep(50);
        }
    }

    private Process start() {
        try {
            return new ProcessBuilder(
                            Project.java("java"),
                            "-Dserver=" + ServerKind.underTest().label(),
                            "-Dapp=bench",
                            "-Dhttp.port=" + port,
                            "-Dtidings.it.jvm-options=" + System.getProperty("tidings.it.jvm-options", ""),
                            "-cp",
                            "target/test-classes",
                            "io.tidings.server.Serve")
                    .redirectErrorStream(true)
                    .start();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private List<ProcessHandle> awaitReady() {
        String ready = "Tidings ready on http://localhost:" + port + "/";
        BufferedReader output = serve.inputReader();
        assertThat(output.lines().anyMatch(ready::equals)).as(ready).isTrue();
        Thread drain = new Thread(() -> output.lines().forEach(line -> {}), "drain");
        drain.setDaemon(true);
        drain.start();
        return serve.descendants().toList();
    }
}
