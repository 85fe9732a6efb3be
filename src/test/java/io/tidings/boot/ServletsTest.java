package io.tidings.boot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import jakarta.servlet.http.HttpServlet;
import java.util.List;
import org.junit.jupiter.api.Test;

class ServletsTest {

    private static final List<String> FILES = List.of("/socket.io/a.js", "/socket.io/b.js");

    private final FakeContext application = new FakeContext();
    private final Servlets servlets = new Servlets(application.context());

    @Test
    void serveThePathsThatTheyAreAddedFor() {
        servlets.add("/chat", new Nothing(), List.of("/chat", "/chat/"), "move");

        assertThat(application.registration("tidings /chat").mappings()).containsExactly("/chat", "/chat/");
        assertThat(application.registration("tidings /chat").isAsyncSupported()).isTrue();
    }

    @Test
    void doNotTakeThePlaceOfAServletOfTheApplication() {
        application.servlet("chat", "/chat/");

        assertThatIllegalStateException()
                .isThrownBy(() -> servlets.add("/chat", new Nothing(), List.of("/chat", "/chat/"), "move"))
                .withMessage("The application serves /chat/ itself; move.");
    }

    @Test
    void doNotTakeTheNameOfAServletOfTheApplication() {
        application.servlet("tidings /chat", "/elsewhere");

        assertThatIllegalStateException()
                .isThrownBy(() -> servlets.add("/chat", new Nothing(), List.of("/chat"), "move"))
                .withMessage("The application has a servlet of its own named 'tidings /chat'.");
    }

    @Test
    void doNotHideAFileOfTheApplication() {
        application.file("/socket.io/b.js");

        assertThatIllegalStateException()
                .isThrownBy(() -> servlets.addInsteadOfFiles("files", new Nothing(), FILES, "delete it"))
                .withMessage("The application serves /socket.io/b.js itself; delete it.");
    }

    @Test
    void serveWhatTheApplicationHasNoFileFor() {
        application.file("/socket.io/c.js");

        servlets.addInsteadOfFiles("files", new Nothing(), FILES, "delete it");

        assertThat(application.registration("tidings files").mappings()).containsExactlyElementsOf(FILES);
    }

    private static final class Nothing extends HttpServlet {

        private static final long serialVersionUID = 1L;
    }
}
