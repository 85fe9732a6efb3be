package io.tidings.emitter;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.tidings.api.Emitter;
import io.tidings.cluster.jms.TestBroker;
import jakarta.jms.ConnectionFactory;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.activemq.ActiveMQConnectionFactory;
import org.fusesource.hawtbuf.Buffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/** The jar for applications without sockets is enough, and no more than that. */
class ApiJarTest {

    @TempDir
    Path directory;

    private Path jar() throws Exception {
        return ApiJar.unpackedIn(directory.resolve("api"), whereIs(Emitter.class));
    }

    private static Path whereIs(Class<?> type) throws URISyntaxException {
        return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    }

    @Test
    void hasAllThatItsOwnClassesNeed() throws Exception {
        JavaClasses classes = new ClassFileImporter().importPath(jar());
        Set<String> there = classes.stream().map(JavaClass::getName).collect(toSet());

        Set<String> missing = classes.stream()
                .flatMap(each -> each.getDirectDependenciesFromSelf().stream())
                .map(Dependency::getTargetClass)
                .map(JavaClass::getBaseComponentType)
                .map(JavaClass::getName)
                .filter(name -> name.startsWith("io.tidings.") && !there.contains(name))
                .collect(toSet());

        assertThat(there).hasSizeGreaterThan(100);
        assertThat(missing).isEmpty();
    }

    @Test
    void hasNothingOfTheServer() throws Exception {
        JavaClasses classes = new ClassFileImporter().importPath(jar());

        assertThat(classes.stream().map(JavaClass::getPackageName))
                .noneMatch(name -> name.startsWith("io.tidings.engine") || name.startsWith("io.tidings.transport"));
        assertThat(classes.stream().map(JavaClass::getSimpleName))
                .doesNotContain("Server", "Start", "SocketIoBean", "HandlerExtension", "ClusterNode");
    }

    @Test
    void isEnoughForAProgramWithAJmsClient() throws Exception {
        try (TestBroker broker = new TestBroker();
                HeardByNode node = HeardByNode.over(broker.factory(), "plain", null)) {
            Path program = directory.resolve("program");
            ApiJar.copy(
                    whereIs(PlainProgram.class),
                    program,
                    file -> file.toString().contains(PlainProgram.class.getSimpleName()));
            Path said = directory.resolve("said.txt");

            Process process = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-cp",
                            classPath(jar(), program),
                            PlainProgram.class.getName(),
                            broker.address(),
                            "plain")
                    .redirectErrorStream(true)
                    .redirectOutput(said.toFile())
                    .start();

            assertThat(process.waitFor()).as(Files.readString(said)).isZero();
            assertThat(node.next())
                    .isEqualTo("emit /orders to [order:7] [\"shipped\",{\"number\":7,\"goods\":[\"tea\"]},"
                            + "\"SENT\",{\"by\":1},{\"_placeholder\":true,\"num\":0}] ");
            assertThat(node.next()).isEqualTo("tell / to [] [\"refresh\"]");
            assertThat(node.next()).isEqualTo("emit / to [] [\"refused\"]");
            assertThat(node.next()).isEqualTo("emit / to [] [\"end\",0]");
        }
    }

    private String classPath(Path... own) throws Exception {
        return Stream.concat(
                        Stream.of(own),
                        Stream.of(
                                messagingAlone(),
                                whereIs(ActiveMQConnectionFactory.class),
                                whereIs(Buffer.class),
                                whereIs(LoggerFactory.class)))
                .map(Path::toString)
                .collect(Collectors.joining(File.pathSeparator));
    }

    /** Our build has the API of JMS in one jar with all others, JSON among them, which the program is to do without. */
    private Path messagingAlone() throws IOException, URISyntaxException {
        Path messaging = directory.resolve("jms");
        URI all = URI.create("jar:" + whereIs(ConnectionFactory.class).toUri());
        try (FileSystem files = FileSystems.newFileSystem(all, Map.of())) {
            ApiJar.copy(files.getPath("/"), messaging, file -> file.startsWith(files.getPath("jakarta", "jms")));
        }
        return messaging;
    }
}
