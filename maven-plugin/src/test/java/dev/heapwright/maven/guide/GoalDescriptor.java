package dev.heapwright.maven.guide;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/**
 * A goal as the plugin's descriptor has it, which the build generates from the sources of the mojos.
 *
 * @param name such as {@code bind}
 * @param phase that in which it runs by default, or empty
 * @param inProject whether it works on a module
 * @param description its Javadoc, in HTML
 * @param parameters those that can be set, sorted by name
 */
record GoalDescriptor(String name, String phase, boolean inProject, String description, List<Parameter> parameters) {
    /** The descriptor whose texts are HTML; that in the plugin's jar has plain texts. */
    private static final Path FILE = Path.of(System.getProperty("basedir", ""), "target", "plugin-enhanced.xml");

    /**
     * A parameter.
     *
     * @param name its element in a POM
     * @param type its Java type
     * @param property the property that sets it on the command line, or empty
     * @param defaultValue what it is if it is not set, or empty
     * @param description its Javadoc, in HTML
     */
    record Parameter(String name, String type, String property, String defaultValue, String description) {}

    /** {@return all goals of the plugin, sorted by name} */
    static List<GoalDescriptor> all() throws IOException, ParserConfigurationException, SAXException {
        Element plugin = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(FILE.toFile())
                .getDocumentElement();
        return elements(child(plugin, "mojos"), "mojo").stream()
                .map(GoalDescriptor::of)
                .sorted((one, other) -> one.name().compareTo(other.name()))
                .toList();
    }

    private static GoalDescriptor of(Element mojo) {
        Element configuration = child(mojo, "configuration");
        return new GoalDescriptor(
                text(mojo, "goal"),
                text(mojo, "phase"),
                Boolean.parseBoolean(text(mojo, "requiresProject")),
                text(mojo, "description"),
                elements(child(mojo, "parameters"), "parameter").stream()
                        .filter(parameter -> Boolean.parseBoolean(text(parameter, "editable")))
                        .map(parameter -> of(parameter, configuration))
                        .sorted((one, other) -> one.name().compareTo(other.name()))
                        .toList());
    }

    private static Parameter of(Element parameter, Element configuration) {
        String name = text(parameter, "name");
        String expression = text(configuration, name);
        List<Element> value = elements(configuration, name);
        return new Parameter(
                name,
                text(parameter, "type"),
                expression.isEmpty() ? "" : expression.substring("${".length(), expression.length() - "}".length()),
                value.isEmpty() ? "" : value.get(0).getAttribute("default-value"),
                text(parameter, "description"));
    }

    private static String text(Element parent, String name) {
        List<Element> found = elements(parent, name);
        return found.isEmpty() ? "" : found.get(0).getTextContent().strip();
    }

    private static Element child(Element parent, String name) {
        return elements(parent, name).get(0);
    }

    private static List<Element> elements(Element parent, String name) {
        List<Element> elements = new ArrayList<>();
        NodeList nodes = parent.getChildNodes();
        for (int i = 0; i < nodes.getLength(); i++) {
            if (nodes.item(i) instanceof Element element && element.getTagName().equals(name)) {
                elements.add(element);
            }
        }
        return elements;
    }
}
