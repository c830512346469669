package dev.heapwright.maven.scaffold;

import dev.heapwright.core.name.ClassName;
import dev.heapwright.core.name.Coordinates;
import dev.heapwright.core.name.JavaNames;
import dev.heapwright.diagnostic.Diagnostic;
import dev.heapwright.diagnostic.DiagnosticException;
import dev.heapwright.diagnostic.DiagnosticId;
import dev.heapwright.diagnostic.Location;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A project with an allocator that delegates to the C library, and its test: a POM and two classes.
 *
 * @param coordinates those of the project
 * @param type the allocator class
 * @param heapwright the version of Heapwright that it is built with
 */
public record AllocatorProject(Coordinates coordinates, ClassName type, String heapwright) {
    private static final String VERSION = "1.0-SNAPSHOT";

    private static final Map<String, String> EXAMPLES = Map.of(
            "groupId", "com.acme",
            "artifactId", "pool-allocator",
            "package", "com.acme.pool",
            "className", "PoolAllocator");

    /** Identifiers that may not be the name of a class (JLS 3.9). */
    private static final Set<String> NO_CLASS = Set.of("permits", "record", "sealed", "var", "yield");

    /**
     * {@return the project of these names, each of which may come from the command line}
     *
     * @param groupId as Maven accepts it
     * @param artifactId likewise
     * @param packageName the class's package
     * @param className the class's name in it
     * @param heapwright the version of Heapwright
     * @throws DiagnosticException if one of them is missing, or Maven or Java does not accept it
     * @throws IOException if this artifact cannot be read
     */
    public static AllocatorProject of(
            @Nullable String groupId,
            @Nullable String artifactId,
            @Nullable String packageName,
            @Nullable String className,
            String heapwright)
            throws DiagnosticException, IOException {
        List<String> missing = new ArrayList<>();
        String group = required("groupId", groupId, missing);
        String artifact = required("artifactId", artifactId, missing);
        String inPackage = required("package", packageName, missing);
        String name = required("className", className, missing);
        if (!missing.isEmpty()) {
            throw missing(missing);
        }
        if (!JavaNames.isQualifiedName(inPackage)) {
            throw refused("package", inPackage, "is not a valid Java package name", "com.acme.pool");
        }
        if (!JavaNames.isQualifiedName(name) || name.contains(".") || NO_CLASS.contains(name)) {
            throw refused("className", name, "is not a valid Java class name", "PoolAllocator");
        }
        if (isUsed(name)) {
            throw refused("className", name, "is already used in an allocator's source", "PoolAllocator");
        }
        return new AllocatorProject(
                coordinates(group, artifact), ClassName.topLevel(inPackage + "." + name), heapwright);
    }

    /**
     * {@return the files by path within the project's folder}
     *
     * @throws IOException if this artifact cannot be read
     */
    public Map<String, String> files() throws IOException {
        String path = type.binary().replace('.', '/');
        return new TreeMap<>(Map.of(
                "pom.xml",
                filled("pom.xml"),
                "src/main/java/" + path + ".java",
                filled("allocator.java"),
                "src/test/java/" + path + "Test.java",
                filled("test.java")));
    }

    private String filled(String template) throws IOException {
        return template(template)
                .replace("@groupId@", coordinates.groupId())
                .replace("@artifactId@", coordinates.artifactId())
                .replace("@version@", coordinates.version())
                .replace("@package@", type.packageName())
                .replace("@Class@", type.withoutPackage())
                .replace("@heapwright@", heapwright);
    }

    private static String template(String name) throws IOException {
        try (InputStream template = AllocatorProject.class.getResourceAsStream(name)) {
            return new String(Objects.requireNonNull(template, name).readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static boolean isUsed(String name) throws IOException {
        return Pattern.compile("\\b" + Pattern.quote(name) + "\\b")
                .matcher(template("allocator.java") + template("test.java"))
                .find();
    }

    private static Coordinates coordinates(String groupId, String artifactId) throws DiagnosticException {
        try {
            return new Coordinates(groupId, artifactId, VERSION);
        } catch (IllegalArgumentException e) {
            throw new DiagnosticException(
                    List.of(
                            Diagnostic.error(DiagnosticId.INVALID_CONFIGURATION, String.valueOf(e.getMessage()))
                                    .at(new Location.File("-DgroupId=" + groupId + " -DartifactId=" + artifactId))
                                    .withHelp(
                                            "use only letters, digits, dots, hyphens and underscores in both, such as com.acme and pool")));
        }
    }

    private static String required(String parameter, @Nullable String value, List<String> missing) {
        if (value == null || value.isBlank()) {
            missing.add(parameter);
            return "";
        }
        return value.strip();
    }

    private static DiagnosticException missing(List<String> parameters) {
        boolean one = parameters.size() == 1;
        return new DiagnosticException(List.of(Diagnostic.error(
                        DiagnosticId.INVALID_CONFIGURATION,
                        (one ? "missing parameter " : "missing parameters ") + String.join(", ", parameters))
                .withHelp(parameters.stream()
                        .map(each -> "-D" + each + "=" + EXAMPLES.get(each))
                        .collect(Collectors.joining(" ", one ? "set it: " : "set them: ", "")))));
    }

    private static DiagnosticException refused(String parameter, String value, String why, String example) {
        return new DiagnosticException(
                List.of(Diagnostic.error(DiagnosticId.INVALID_CONFIGURATION, "'" + value + "' " + why)
                        .at(new Location.File("-D" + parameter + "=" + value))
                        .withHelp("choose another one, such as -D" + parameter + "=" + example)));
    }
}
