package dev.heapwright.maven.reactor;

import java.io.File;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/**
 * The log of one launch of Maven 3.6, 3.9 or 4, split by the modules that it has built. The scripts of {@code src/it}
 * load this class.
 */
public final class ReactorLog {
    private static final Pattern COLOUR = Pattern.compile("\u001b\\[[0-9;]*m");
    private static final Pattern MODULE = Pattern.compile("(?m)^\\[INFO\\] -*< (\\S+:\\S+) >-*$");
    private static final Pattern SUMMARY = Pattern.compile("(?m)^\\[INFO\\] Reactor Summary\\b.*$");
    private static final Pattern OUTCOME =
            Pattern.compile("(?m)^\\[INFO\\] (\\S+)(?: \\S+)? \\.*(?<= |\\.) ?(SUCCESS|FAILURE|SKIPPED)(?: \\[.*)?$");
    private static final Pattern ERROR = Pattern.compile(
            "(?ms)^\\[ERROR\\] Failed to execute goal .*?(?=^\\[ERROR\\] (?:Failed to execute goal |$)|\\z)");
    private static final Pattern ERRONEOUS = Pattern.compile("on project ([^\\s:]+):");

    private final Map<String, String> coordinates = new LinkedHashMap<>();
    private final Map<String, String> logs = new LinkedHashMap<>();
    private final Map<String, String> outcomes = new LinkedHashMap<>();
    private final Map<String, String> errors = new LinkedHashMap<>();

    /**
     * Splits a log.
     *
     * @param text the log, with or without colours
     * @throws IllegalArgumentException if it has no reactor summary, because Maven stopped before the first module, or
     *     if two modules have the same artifact ID, by which the summary and the errors refer to them
     */
    public ReactorLog(String text) {
        String log = COLOUR.matcher(text).replaceAll("").replace("\r\n", "\n");
        List<MatchResult> summaries = SUMMARY.matcher(log).results().toList();
        if (summaries.isEmpty()) {
            throw new IllegalArgumentException("Maven has built no reactor: there is no summary of it");
        }
        MatchResult summary = summaries.get(summaries.size() - 1);
        String built = log.substring(0, summary.start());
        String rest = log.substring(summary.end());
        List<MatchResult> modules = MODULE.matcher(built).results().toList();
        for (int i = 0; i < modules.size(); i++) {
            int end = i + 1 < modules.size() ? modules.get(i + 1).start() : built.length();
            String module = modules.get(i).group(1);
            String other = coordinates.put(artifact(module), module);
            if (other != null && !other.equals(module)) {
                throw new IllegalArgumentException(module + " has the artifact ID of " + other);
            }
            logs.merge(artifact(module), built.substring(modules.get(i).start(), end), String::concat);
        }
        OUTCOME.matcher(rest).results().forEach(found -> outcomes.put(found.group(1), found.group(2)));
        ERROR.matcher(rest)
                .results()
                .map(MatchResult::group)
                .forEach(error -> ERRONEOUS
                        .matcher(error)
                        .results()
                        .findFirst()
                        .ifPresent(found -> errors.merge(found.group(1), error, String::concat)));
    }

    /**
     * {@return the modules of a project, as {@code groupId:artifactId}: its own, then those below it, each before its own
     * modules}
     *
     * @param folder of the project
     * @throws IOException if a {@code pom.xml} cannot be read
     */
    public static List<String> modulesOf(File folder) throws IOException {
        Element project = root(new File(folder, "pom.xml"));
        String group = child(project, "groupId")
                .or(() -> child(project, "parent").flatMap(parent -> child(parent, "groupId")))
                .map(Node::getTextContent)
                .orElseThrow();
        List<String> found = new ArrayList<>();
        found.add(group + ":" + child(project, "artifactId").orElseThrow().getTextContent());
        List<Element> modules =
                child(project, "modules").map(ReactorLog::children).orElse(List.of());
        for (Element module : modules) {
            found.addAll(modulesOf(new File(folder, module.getTextContent())));
        }
        return found;
    }

    private static Element root(File pom) throws IOException {
        try {
            return DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(pom)
                    .getDocumentElement();
        } catch (ParserConfigurationException | SAXException e) {
            throw new IOException(pom.toString(), e);
        }
    }

    private static Optional<Element> child(Element parent, String name) {
        return children(parent).stream()
                .filter(each -> each.getTagName().equals(name))
                .findFirst();
    }

    private static List<Element> children(Node parent) {
        List<Element> elements = new ArrayList<>();
        for (Node each = parent.getFirstChild(); each != null; each = each.getNextSibling()) {
            if (each instanceof Element element) {
                elements.add(element);
            }
        }
        return elements;
    }

    /** {@return the log of each module that was built, by artifact ID, up to the next module} */
    public Map<String, String> modules() {
        return Collections.unmodifiableMap(logs);
    }

    /** {@return the result of each module, by artifact ID: SUCCESS, FAILURE or SKIPPED} */
    public Map<String, String> outcomes() {
        return Collections.unmodifiableMap(outcomes);
    }

    /**
     * {@return the result of a project: FAILURE if one of its modules has failed, else SUCCESS}
     *
     * @param modules of the project, as {@code groupId:artifactId}; their names are their artifact IDs
     * @throws IllegalArgumentException if one of them is not in the summary, or none has failed and one was skipped
     */
    public String outcome(List<String> modules) {
        List<String> ends = modules.stream().map(this::outcome).toList();
        if (ends.contains("FAILURE")) {
            return "FAILURE";
        }
        if (ends.contains("SKIPPED")) {
            throw new IllegalArgumentException("skipped, as what it needs has failed: " + modules);
        }
        return "SUCCESS";
    }

    /**
     * {@return what Maven would have logged if it had only built this project: its modules, the result of the build,
     * and the errors that are repeated after that}
     *
     * @param modules as for {@link #outcome(List)}
     * @throws IllegalArgumentException if one of them was neither built nor skipped
     */
    public String log(List<String> modules) {
        StringBuilder text = new StringBuilder();
        for (String module : modules) {
            boolean built = module.equals(coordinates.get(artifact(module)));
            if (!built && !outcome(module).equals("SKIPPED")) {
                throw new IllegalArgumentException(module + " is not in the log");
            }
            text.append(built ? logs.get(artifact(module)) : "");
        }
        text.append("[INFO] BUILD ").append(outcome(modules)).append('\n');
        for (String module : modules) {
            text.append(errors.getOrDefault(artifact(module), ""));
        }
        return text.toString();
    }

    private String outcome(String module) {
        String outcome = outcomes.get(artifact(module));
        if (outcome == null) {
            throw new IllegalArgumentException(module + " is not in the summary: " + outcomes.keySet());
        }
        return outcome;
    }

    private static String artifact(String module) {
        return module.substring(module.indexOf(':') + 1);
    }
}
