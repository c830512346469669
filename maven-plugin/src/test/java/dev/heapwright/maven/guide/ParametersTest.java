package dev.heapwright.maven.guide;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;

/** The guide's table of parameters is that of the goal {@code bind}. */
class ParametersTest {
    /** Written by the build, from the annotations of the mojos. */
    private static final String DESCRIPTOR = "/META-INF/maven/plugin.xml";

    @Test
    void theTableHasEachParameterThatCanBeConfigured() throws Exception {
        List<String> page = Page.all().stream()
                .filter(each -> each.name().equals("docs/applications.md"))
                .flatMap(each -> each.lines().stream())
                .toList();
        List<String> listed = page.subList(page.indexOf("## Parameters"), page.size()).stream()
                .filter(line -> line.startsWith("| `"))
                .map(line -> line.split("`", 3)[1])
                .toList();
        // Each is a property of the command line, too, by the same name.
        assertEquals(
                listed.stream().collect(Collectors.toMap(name -> name, name -> "${heapwright." + name + "}")),
                parametersOfBind());
    }

    /** {@return the expressions of the parameters that are the user's, by their names} */
    private static Map<String, String> parametersOfBind() throws Exception {
        try (InputStream in = Objects.requireNonNull(ParametersTest.class.getResourceAsStream(DESCRIPTOR))) {
            Document descriptor =
                    DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(in);
            NodeList parameters = (NodeList) XPathFactory.newInstance()
                    .newXPath()
                    .evaluate(
                            "//mojo[goal='bind']/configuration/*[starts-with(text(), '${heapwright.')]",
                            descriptor,
                            XPathConstants.NODESET);
            Map<String, String> expressions = new TreeMap<>();
            for (int i = 0; i < parameters.getLength(); i++) {
                expressions.put(
                        parameters.item(i).getNodeName(), parameters.item(i).getTextContent());
            }
            return expressions;
        }
    }
}
