package io.tidings.container;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidings.clients.PollingSession;
import io.tidings.container.witness.Journal;
import java.io.File;
import java.net.URI;
import java.net.http.HttpResponse;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the beans of an application get from the server, told by an application made of witnesses. */
@ArquillianTest
class ApplicationIT {

    private static final String DESCRIPTOR = """
            <web-app xmlns="https://jakarta.ee/xml/ns/jakartaee" version="6.0">
                <context-param>
                    <param-name>tidings.ping-timeout</param-name>
                    <param-value>7s</param-value>
                </context-param>
                <context-param>
                    <param-name>tidings.max-payload</param-name>
                    <param-value>1111</param-value>
                </context-param>
            </web-app>
            """;
    private static final String MICROPROFILE = "tidings.max-payload=2222\ntidings.ping-interval=150ms\n";

    @Deployment(testable = false)
    static WebArchive witnesses() {
        return ShrinkWrap.create(WebArchive.class, "witnesses.war")
                .addPackage(Journal.class.getPackage())
                .addAsLibrary(new File("target/tidings-classes.jar"), "tidings.jar")
                .setWebXML(new StringAsset(DESCRIPTOR))
                .addAsResource(new StringAsset(MICROPROFILE), "META-INF/microprofile-config.properties");
    }

    @ArquillianResource
    private URI root = URI.create("");

    private PollingSession session(String path) {
        return PollingSession.open(engine(path));
    }

    private URI engine(String path) {
        return root.resolve(path + "/");
    }

    @ParameterizedTest
    @ValueSource(strings = {"pooled", "direct"})
    void listenersRunWithTheClassLoaderOfTheirApplication(String lane) {
        assertThat(session(lane).ask("class-loader")).isEqualTo("true");
    }

    @ParameterizedTest
    @CsvSource({
        "java:comp/UserTransaction, Transaction",
        "java:comp/DefaultManagedExecutorService, Executor",
        "java:comp/TransactionSynchronizationRegistry, Synchronization",
        "java:module/Ticker, Ticker",
    })
    void pooledListenersLookUpWhatTheirApplicationHas(String name, String type) {
        assertThat(session("pooled").ask("look-up " + name)).contains(type).doesNotContain("Exception");
    }

    @Test
    void pooledListenersReachTheBeansOfTheirApplication() {
        assertThat(session("pooled").ask("bean")).contains("first second last");
    }

    @Test
    void methodsOfListenersAreIntercepted() {
        PollingSession session = session("socket.io");

        assertThat(session.ask("one")).isEqualTo("transaction true, visit 1");
        assertThat(session.ask("two")).isEqualTo("transaction true, visit 1");
    }

    @Test
    void handshakeChecksAreAskedInTheOrderOfTheirPriority() {
        PollingSession witness = session("pooled");
        String before = witness.ask("bean");

        HttpResponse<String> refusal = PollingSession.handshake(engine("pooled"), "&refuse=second");

        assertThat(refusal.statusCode()).isEqualTo(403);
        assertThat(refusal.body()).isEqualTo("{\"code\":4,\"message\":\"refused by the second\"}");
        assertThat(witness.ask("bean")).isEqualTo(before + " first second");
    }

    @Test
    void headersOfTheApplicationAreOnTheAnswers() {
        PollingSession session = session("pooled");
        session.post("4bean");

        assertThat(session.opening().headers().firstValue("X-Initial-Early")).contains("polling");
        assertThat(session.opening().headers().firstValue("X-Initial-Late")).contains("polling");
        assertThat(session.opening().headers().allValues("X-Initial")).containsExactly("late");
        assertThat(session.opening().headers().allValues("X-Every")).containsExactly("late");
        HttpResponse<String> poll = session.poll();
        assertThat(poll.headers().allValues("X-Every")).containsExactly("late");
        assertThat(poll.headers().firstValue("X-Initial")).isEmpty();
    }

    @Test
    void settingsComeFromTheDescriptorAndMicroProfileConfigWins() {
        assertThat(session("pooled").opening().body())
                .contains("\"pingTimeout\":7000", "\"maxPayload\":2222", "\"pingInterval\":150");
    }

    /** With Payara's own floor of one second for timers the pings would take ten seconds. */
    @Test
    void theTimerIsFineEnoughForShortHeartbeats() {
        PollingSession session = session("direct");
        long start = System.nanoTime();

        for (int pings = 0; pings < 10; pings++) {
            assertThat(session.poll().body()).isEqualTo("2");
            session.post("3");
        }

        assertThat(System.nanoTime() - start).isLessThan(8_000_000_000L);
    }
}
