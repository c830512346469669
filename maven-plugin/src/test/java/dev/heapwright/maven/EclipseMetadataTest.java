package dev.heapwright.maven;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;

/** Eclipse marks the POM of everybody who uses a goal of which the metadata in the plugin says nothing. */
class EclipseMetadataTest {
    private static final String METADATA = "/META-INF/m2e/lifecycle-mapping-metadata.xml";

    /** Written by the build, from the annotations of the mojos. */
    private static final String DESCRIPTOR = "/META-INF/maven/plugin.xml";

    @Test
    void everyGoalThatHasAPhaseIsMappedOnce() throws Exception {
        List<String> mapped = texts(METADATA, "//pluginExecutionFilter/goals/goal");
        assertEquals(goals("//mojo[phase]/goal"), new TreeSet<>(mapped));
        assertEquals(new TreeSet<>(mapped).size(), mapped.size());
    }

    @Test
    void theGoalsThatGenerateSourcesRunInEclipse() throws Exception {
        assertEquals(
                goals("//mojo[starts-with(phase, 'generate-')]/goal"),
                new TreeSet<>(
                        texts(
                                METADATA,
                                "//pluginExecution[action/execute[runOnConfiguration='true' and runOnIncremental='true']]//goal")));
    }

    private static Set<String> goals(String expression) throws Exception {
        return new TreeSet<>(texts(DESCRIPTOR, expression));
    }

    private static List<String> texts(String resource, String expression) throws Exception {
        try (InputStream in =
                Objects.requireNonNull(EclipseMetadataTest.class.getResourceAsStream(resource), resource)) {
            Document document =
                    DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(in);
            NodeList nodes = (NodeList)
                    XPathFactory.newInstance().newXPath().evaluate(expression, document, XPathConstants.NODESET);
            return IntStream.range(0, nodes.getLength())
                    .mapToObj(i -> nodes.item(i).getTextContent())
                    .toList();
        }
    }
}
