package dev.heapwright.linker.report;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathFactory;
import org.w3c.dom.NodeList;

/** Reads the parts of a report, which are XML, too. */
final class Xml {
    private Xml() {}

    /** {@return the text of each thing that an XPath expression selects, white space as it is shown} */
    static List<String> texts(String html, String expression) throws Exception {
        NodeList nodes = (NodeList) XPathFactory.newInstance()
                .newXPath()
                .evaluate(
                        expression,
                        DocumentBuilderFactory.newInstance()
                                .newDocumentBuilder()
                                .parse(new ByteArrayInputStream(html.getBytes(StandardCharsets.UTF_8))),
                        XPathConstants.NODESET);
        return IntStream.range(0, nodes.getLength())
                .mapToObj(i -> nodes.item(i).getTextContent().strip().replaceAll("\\s+", " "))
                .toList();
    }
}
