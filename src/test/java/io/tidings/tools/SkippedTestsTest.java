package io.tidings.tools;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SkippedTestsTest {

    @TempDir
    Path directory;

    @Test
    void excusesATestThatNamesTheMissingTool() throws IOException {
        report("<testcase classname='a.B' name='c'><skipped message='Missing tool: chromium'/></testcase>");

        assertThat(SkippedTests.in(directory))
                .extracting(Object::toString)
                .containsExactly("a.B.c (Missing tool: chromium)");
        assertThatCode(this::check).doesNotThrowAnyException();
    }

    @Test
    void refusesATestThatIsDisabled() throws IOException {
        report("<testcase classname='a.B' name='c'><skipped message='flaky'/></testcase>"
                + "<testcase classname='a.B' name='d'/>");

        assertThatIllegalStateException().isThrownBy(this::check).withMessageContaining("[a.B.c (flaky)]");
    }

    @Test
    void refusesATestThatIsSkippedWithoutAWord() throws IOException {
        report("<testcase classname='a.B' name='c'><skipped/></testcase>");

        assertThatIllegalStateException().isThrownBy(this::check).withMessageContaining("a.B.c");
    }

    @Test
    void passesOverADirectoryThatIsNotThere() {
        assertThat(SkippedTests.in(directory.resolve("none"))).isEmpty();
    }

    private void check() throws IOException {
        SkippedTests.main(new String[] {directory.toString()});
    }

    private void report(String cases) throws IOException {
        Path reports = Files.createDirectories(directory.resolve("wildfly"));
        Files.writeString(reports.resolve("TEST-a.B.xml"), "<testsuite>" + cases + "</testsuite>");
    }
}
