package dev.heapwright.maven.guide;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.heapwright.diagnostic.DiagnosticId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * What the help of a build's messages offers to be pasted stands, where the help says, in a project that an integration test
 * builds without the problem. The messages are those of the pages, which are compared with the output; those of the compiler
 * are pasted by the processor's own tests.
 */
class PastedHelpTest {
    /** Diagnostics with help in words alone: what to remove, to rename, or to do in the program. */
    private static final Set<String> IN_WORDS = Set.of(
            "AllocatorNeedsAllocator",
            "BlockMismatch",
            "CircularDependency",
            "DoubleFree",
            "DuplicateAllocator",
            "HeapExhausted",
            "InternalError",
            "InvalidConfiguration",
            "Leak",
            "LibraryImposesAllocator",
            "MarkerMismatch",
            "NativeUnavailable",
            "NotAnAllocator",
            "NotAnAllocatorClass",
            "NotLinkable",
            "NotLive",
            "Overrun",
            "ProcessNotLinked",
            "ProcessTwice",
            "ShadowedClass",
            "SwappedParameters",
            "TwoBindings",
            "UnavailableForTarget",
            "UncompiledGlue",
            "UngovernedMemory",
            "UnreadableArtifact",
            "UseAfterFree");

    /** Diagnostics of the compiler, which has no build to paste into. */
    private static final Set<String> IN_SOURCES = Set.of("MissingFunction", "WrongSignature");

    private static final Pattern MESSAGE =
            Pattern.compile("(?ms)^(?:\\[WARNING] )?\\[Heapwright/\\w+].*?^ +help: (.*?)(?=^ +more: |^```)");
    private static final Pattern CODE = Pattern.compile("<.*|(?:requires|provides|uses) .*;");
    private static final Pattern PLUGIN = Pattern.compile("\\b(?:maven-\\w+|\\w+-maven)-plugin\\b");

    /** Lines to paste, and the line before, which may say where. */
    private record Paste(String where, List<String> lines) {
        boolean isIn(Path file) throws IOException {
            String text = joined(Files.readString(file));
            // The name of the glue depends on that of the module.
            String any = joined(String.join("\n", lines)).replaceAll("[\\w.]+HeapwrightBinding", "…");
            Pattern wanted = Pattern.compile(
                    Arrays.stream(any.split("…", -1)).map(Pattern::quote).collect(Collectors.joining("[^<;]+")));
            Matcher plugin = PLUGIN.matcher(where);
            if (!plugin.find()) {
                return wanted.matcher(text).find();
            }
            return Pattern.compile("<plugin>.*?</plugin>")
                    .matcher(text)
                    .results()
                    .map(each -> each.group())
                    .filter(each -> each.contains("<artifactId>" + plugin.group() + "</artifactId>"))
                    .anyMatch(wanted.asPredicate());
        }

        private static String joined(String text) {
            return text.replaceAll("<!--.*?-->", "")
                    .replaceAll("\\s+", " ")
                    .replaceAll("> <", "><")
                    .strip();
        }
    }

    @TestFactory
    Stream<DynamicTest> itIsInAProjectThatIsBuilt() {
        List<Path> built = built();
        return Arrays.stream(DiagnosticId.values())
                .flatMap(id -> pastes(id.toString()).stream()
                        .map(paste -> dynamicTest(id + ": " + paste.where(), () -> {
                            boolean found = false;
                            for (Path file : built) {
                                found |= paste.isIn(file);
                            }
                            assertTrue(found, () -> String.join("\n", paste.lines()));
                        })));
    }

    @Test
    void eachDiagnosticOffersSomethingOrSaysItInWords() {
        Set<String> without = new TreeSet<>();
        for (DiagnosticId id : DiagnosticId.values()) {
            if (pastes(id.toString()).isEmpty() && !IN_SOURCES.contains(id.toString())) {
                without.add(id.toString());
            }
        }
        assertEquals(new TreeSet<>(IN_WORDS), without);
    }

    private static List<Paste> pastes(String id) {
        List<Paste> pastes = new ArrayList<>();
        MESSAGE.matcher(read(Page.ROOT.resolve("docs/diagnostics/" + id + ".md")))
                .results()
                .map(message -> message.group(1).lines().map(String::strip).toList())
                .forEach(help -> pastes.addAll(pastes(help)));
        return pastes;
    }

    /** {@return the elements and lines to paste, each on its own: they may belong to different places} */
    private static List<Paste> pastes(List<String> help) {
        List<Paste> pastes = new ArrayList<>();
        String where = "";
        List<String> lines = new ArrayList<>();
        for (String line : help) {
            if (!CODE.matcher(line).matches()) {
                where = line;
                continue;
            }
            lines.add(line);
            String name = lines.get(0).replaceFirst("^<([\\w-]+).*", "$1");
            if (line.endsWith(";") || line.endsWith("</" + name + ">") || (lines.size() == 1 && line.endsWith("/>"))) {
                pastes.add(new Paste(where, List.copyOf(lines)));
                lines.clear();
            }
        }
        return pastes;
    }

    /** {@return the POMs and module declarations of the projects of integration tests whose builds succeed} */
    private static List<Path> built() {
        try (Stream<Path> files = Files.walk(Page.ROOT.resolve("src/it"))) {
            return files.filter(file -> file.endsWith("pom.xml") || file.endsWith("module-info.java"))
                    .filter(file -> succeeds(Page.ROOT
                            .resolve("src/it")
                            .relativize(file)
                            .getName(0)
                            .toString()))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean succeeds(String test) {
        Path properties = Page.ROOT.resolve("src/it").resolve(test).resolve("invoker.properties");
        return !Files.exists(properties) || !read(properties).contains("invoker.buildResult = failure");
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
