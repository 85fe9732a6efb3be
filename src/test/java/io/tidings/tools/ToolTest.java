package io.tidings.tools;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opentest4j.TestAbortedException;

class ToolTest {

    private final Tool tool = new Tool(List.of("quern", "quern-stone"));

    @TempDir
    Path directory;

    @Test
    void findsAToolUnderItsOtherName() throws IOException {
        Path program = Files.createFile(directory.resolve("quern-stone"));
        assertThat(program.toFile().setExecutable(true)).isTrue();

        assertThat(tool.require("/nowhere:" + directory, "")).isEqualTo(program);
    }

    @Test
    void passesOverAToolThatDoesNotHaveWhatTheTestNeeds() throws IOException {
        String lacking = directoryWithScript("lacking", "#!/bin/sh\nexit 1");
        String noProgram = directoryWithScript("no-program", "#!/nowhere/interpreter");
        String complete = directoryWithScript("complete", "#!/bin/sh\ntest \"$1\" = --have-millstone");
        Tool demanding = new Tool(tool.names(), List.of("--have-millstone"));

        assertThat(demanding.require(String.join(":", lacking, noProgram, complete), ""))
                .isEqualTo(Path.of(complete, "quern"));
        assertThatExceptionOfType(TestAbortedException.class)
                .isThrownBy(() -> demanding.require(lacking, ""))
                .withMessage("Missing tool: quern --have-millstone");
    }

    private String directoryWithScript(String name, String text) throws IOException {
        Path place = Files.createDirectory(directory.resolve(name));
        Path script = Files.writeString(place.resolve("quern"), text);
        assertThat(script.toFile().setExecutable(true)).isTrue();
        return place.toString();
    }

    @Test
    void skipsTheTestThatNeedsAMissingTool() {
        assertThatExceptionOfType(TestAbortedException.class)
                .isThrownBy(() -> tool.require(directory.toString(), ""))
                .withMessage("Missing tool: quern");
    }

    @Test
    void failsTheTestThatNeedsAMissingToolWhenToolsAreRequired() {
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> tool.require(directory.toString(), "required"))
                .withMessage("Missing tool: quern");
    }
}
