package io.tidings.tools;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** Reads the reports of a test run and lets no skipped test pass unless its message names the tool that it missed. */
public final class SkippedTests {

    /** A test that did not run, and what its report gives as the reason. */
    record Skipped(String test, String reason) {

        boolean isExcused() {
            return reason.startsWith(Tool.MISSING);
        }

        @Override
        public String toString() {
            return test + " (" + reason + ")";
        }
    }

    private SkippedTests() {}

    /** Takes directories that hold reports; those that do not exist hold none. */
    public static void main(String[] directories) throws IOException {
        PrintStream out = System.out;
        List<Skipped> skipped = Stream.of(directories)
                .flatMap(directory -> in(Path.of(directory)).stream())
                .toList();
        skipped.forEach(test -> out.println("Skipped: " + test));
        List<Skipped> unexcused =
                skipped.stream().filter(test -> !test.isExcused()).toList();
        if (!unexcused.isEmpty()) {
            throw new IllegalStateException("Tests were skipped that no missing tool excuses: " + unexcused);
        }
    }

    static List<Skipped> in(Path directory) {
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (Stream<Path> tree = Files.walk(directory)) {
            return tree.filter(file -> file.getFileName().toString().matches("TEST-.*\\.xml"))
                    .flatMap(SkippedTests::inReport)
                    .toList();
        } catch (IOException e) {
            throw new IllegalStateException("No reading " + directory, e);
        }
    }

    private static Stream<Skipped> inReport(Path report) {
        try {
            NodeList nodes = DocumentBuilderFactory.newDefaultInstance()
                    .newDocumentBuilder()
                    .parse(report.toFile())
                    .getElementsByTagName("skipped");
            return IntStream.range(0, nodes.getLength())
                    .mapToObj(nodes::item)
                    .map(Element.class::cast)
                    .map(SkippedTests::skipped);
        } catch (IOException | SAXException | ParserConfigurationException e) {
            throw new IllegalStateException("No reading " + report, e);
        }
    }

    private static Skipped skipped(Element element) {
        Element test = (Element) element.getParentNode();
        return new Skipped(
                test.getAttribute("classname") + "." + test.getAttribute("name"), element.getAttribute("message"));
    }
}
