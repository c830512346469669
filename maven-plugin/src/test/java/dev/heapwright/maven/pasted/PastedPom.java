package dev.heapwright.maven.pasted;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/** A POM into which elements are pasted, each where the words before it say. */
final class PastedPom {
    private static final Pattern PLUGIN = Pattern.compile("\\b(?:maven-[\\w-]+|[\\w-]+-maven)-plugin\\b");
    private static final Pattern COORDINATES = Pattern.compile("\\bdependency on ([^\\s:]+):([^\\s:,]+)");

    /** Elements of which there are several side by side. */
    private static final Set<String> LISTED =
            Set.of("path", "relocation", "transformer", "annotationProcessor", "goal", "exclusion");

    private final Path file;
    private final Document document;

    PastedPom(Path file) throws IOException {
        this.file = file;
        this.document = parse(Files.readString(file));
    }

    void paste(Paste paste) throws IOException {
        Element offered = (Element)
                document.importNode(parse(String.join("\n", paste.lines())).getDocumentElement(), true);
        String where = paste.where();
        switch (offered.getTagName()) {
            case "dependency" -> {
                Element dependencies = child(project(), "dependencies");
                children(dependencies)
                        .filter(each -> sameArtifact(each, offered))
                        .forEach(dependencies::removeChild);
                dependencies.appendChild(offered);
            }
            case "plugin" -> merge(plugin(text(offered, "groupId"), text(offered, "artifactId")), offered);
            case "scope" -> {
                Matcher named = COORDINATES.matcher(where);
                if (!named.find()) {
                    throw new IllegalArgumentException("Of which dependency? " + where);
                }
                add(artifact(child(project(), "dependencies"), "dependency", named.group(1), named.group(2)), offered);
            }
            default -> {
                if (where.endsWith("with")) {
                    add(child(project(), "properties"), offered);
                } else {
                    inPlugin(where, offered);
                }
            }
        }
        try {
            TransformerFactory.newInstance()
                    .newTransformer()
                    .transform(new DOMSource(document), new StreamResult(file.toFile()));
        } catch (TransformerException e) {
            throw new IOException(e);
        }
    }

    private void inPlugin(String where, Element offered) {
        Matcher named = PLUGIN.matcher(where);
        String artifact = named.find() ? named.group() : "heapwright-maven-plugin";
        String group = artifact.startsWith("maven-") ? "org.apache.maven.plugins" : "dev.heapwright";
        Element plugin = plugin(group, artifact);
        if (offered.getTagName().equals("configuration")) {
            merge(child(plugin, "configuration"), offered);
        } else if (offered.getTagName().equals("goal")) {
            add(child(child(child(plugin, "executions"), "execution"), "goals"), offered);
        } else {
            Element configuration = configuration(plugin);
            if (where.contains("to the <archive>")) {
                add(child(configuration, "archive"), offered);
            } else if (where.contains("to the transformer with <mainClass>")) {
                Element transformer = children(child(configuration, "transformers"))
                        .filter(each -> children(each).anyMatch(below -> isNamed(below, "mainClass")))
                        .findFirst()
                        .orElseThrow();
                add(transformer, offered);
            } else if (offered.getTagName().matches("relocation|transformer")) {
                add(child(configuration, offered.getTagName() + "s"), offered);
            } else {
                add(configuration, offered);
            }
        }
    }

    /** {@return that of its execution if it has one, else its own} */
    private Element configuration(Element plugin) {
        return children(plugin)
                .filter(each -> isNamed(each, "executions"))
                .flatMap(PastedPom::children)
                .flatMap(PastedPom::children)
                .filter(each -> isNamed(each, "configuration"))
                .findFirst()
                .orElseGet(() -> child(plugin, "configuration"));
    }

    private Element plugin(String group, String artifact) {
        return artifact(child(child(project(), "build"), "plugins"), "plugin", group, artifact);
    }

    private Element artifact(Element list, String tag, String group, String artifact) {
        return children(list)
                .filter(each -> text(each, "artifactId").equals(artifact))
                .findFirst()
                .orElseGet(() -> {
                    Element added = (Element) list.appendChild(document.createElement(tag));
                    added.appendChild(document.createElement("groupId")).setTextContent(group);
                    added.appendChild(document.createElement("artifactId")).setTextContent(artifact);
                    return added;
                });
    }

    private void merge(Element into, Element offered) {
        for (Element each : children(offered).toList()) {
            add(into, each);
        }
    }

    /** Adds an element, or to the element of that name what is below it. */
    private void add(Element into, Element offered) {
        Predicate<Element> same = each -> isNamed(each, offered.getTagName());
        List<Element> there = LISTED.contains(offered.getTagName())
                ? List.of()
                : children(into).filter(same).toList();
        if (there.isEmpty()) {
            into.appendChild(offered);
        } else if (children(offered).findAny().isPresent()) {
            merge(there.get(0), offered);
        } else {
            into.replaceChild(offered, there.get(0));
        }
    }

    private Element project() {
        return document.getDocumentElement();
    }

    private Element child(Element parent, String name) {
        return children(parent).filter(each -> isNamed(each, name)).findFirst().orElseGet(() ->
                (Element) parent.appendChild(document.createElement(name)));
    }

    private static boolean sameArtifact(Element one, Element other) {
        return text(one, "groupId").equals(text(other, "groupId"))
                && text(one, "artifactId").equals(text(other, "artifactId"));
    }

    private static boolean isNamed(Element element, String name) {
        return element.getTagName().equals(name);
    }

    private static String text(Element parent, String name) {
        return children(parent)
                .filter(each -> isNamed(each, name))
                .map(each -> each.getTextContent().strip())
                .findFirst()
                .orElse("");
    }

    private static Stream<Element> children(Element parent) {
        List<Node> nodes = IntStream.range(0, parent.getChildNodes().getLength())
                .mapToObj(parent.getChildNodes()::item)
                .toList();
        return nodes.stream().filter(Element.class::isInstance).map(Element.class::cast);
    }

    private static Document parse(String xml) throws IOException {
        try {
            return DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
        } catch (ParserConfigurationException | SAXException e) {
            throw new IOException(e);
        }
    }
}
