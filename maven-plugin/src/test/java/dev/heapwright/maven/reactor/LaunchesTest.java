package dev.heapwright.maven.reactor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Each integration test is built: in its own launch, for a stated reason, or as a project of a reactor. */
class LaunchesTest {
    private static final Path TESTS = Path.of(System.getProperty("basedir", ""), "../src/it");
    private static final Set<String> REACTORS = Set.of("accepted", "put-right", "refused");

    /** Only {@code main-path}, which is built with each Maven and Java, contains projects that others build as well. */
    private static final String MATRIX = "main-path";

    @Test
    void eachProjectIsBuiltOnce() throws IOException {
        List<String> built = new ArrayList<>(launched());
        for (String reactor : REACTORS) {
            built.addAll(projects(reactor));
        }
        built.add(MATRIX);
        try (Stream<Path> folders = Files.list(TESTS)) {
            assertEquals(
                    folders.filter(folder -> Files.exists(folder.resolve("pom.xml")))
                            .map(folder -> folder.getFileName().toString())
                            .sorted()
                            .toList(),
                    built.stream().sorted().toList());
        }
    }

    @Test
    void theProjectsOfTheMatrixExist() throws IOException {
        assertTrue(projects(MATRIX).size() > 1);
        for (String project : projects(MATRIX)) {
            assertTrue(Files.exists(TESTS.resolve(project).resolve("verify.groovy")), project);
        }
    }

    @Test
    void eachLaunchHasAReason() throws IOException {
        String includes = includes();
        assertTrue(includes.strip().startsWith("<!--"), "the first launch has no reason");
        for (String group : includes.split("(?=<!--)", -1)) {
            assertTrue(group.isBlank() || group.contains("<pomInclude>"), () -> "a reason for nothing: " + group);
        }
    }

    @Test
    void eachProjectOfAReactorHasAssertionsAndNoSettingsOfALaunch() throws IOException {
        Pattern own = Pattern.compile("(?m)^invoker\\.(?!buildResult\\b|goals = verify --fail-at-end$)\\S+");
        for (String reactor : REACTORS) {
            for (String project : projects(reactor)) {
                Path folder = TESTS.resolve(project);
                String script = Files.readString(folder.resolve("verify.groovy"));
                assertTrue(Pattern.compile("(?m)^ *assert ").matcher(script).find(), project + " asserts nothing");
                assertTrue(!Files.exists(folder.resolve("selector.groovy")), project + " has a selector");
                assertTrue(!Files.exists(folder.resolve("test.properties")), project + " has properties of its own");
                Path properties = folder.resolve("invoker.properties");
                if (Files.exists(properties)) {
                    assertEquals(
                            Set.of(),
                            own.matcher(Files.readString(properties))
                                    .results()
                                    .map(found -> project + ": " + found.group())
                                    .collect(Collectors.toSet()));
                }
            }
        }
    }

    private static Set<String> launched() throws IOException {
        String pom = Files.readString(TESTS.resolve("pom.xml"));
        Set<String> names = new TreeSet<>(all("<setupInclude>([^/<]+)/pom\\.xml<", pom));
        names.addAll(all("<pomInclude>([^/<]+)/pom\\.xml<", includes()));
        return names;
    }

    /** The launches with the Maven that runs this build. */
    private static String includes() throws IOException {
        return all(
                        "(?s)<pomIncludes combine\\.self=\"override\">(.*?)</pomIncludes>",
                        Files.readString(TESTS.resolve("pom.xml")))
                .get(0);
    }

    private static List<String> projects(String reactor) throws IOException {
        return all(
                "<module>\\.\\./([^<]+)</module>",
                Files.readString(TESTS.resolve(reactor).resolve("pom.xml")));
    }

    private static List<String> all(String regex, String text) {
        return Pattern.compile(regex)
                .matcher(text)
                .results()
                .map(found -> found.group(1))
                .toList();
    }
}
