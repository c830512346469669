package dev.heapwright.maven.reactor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Whoever imports the BOM names no other version. */
class BomTest {
    private static final Path ROOT = Path.of(System.getProperty("basedir", ""), "..");

    /** What builds use, which name their versions as those of plugins. */
    private static final Set<String> BUILD_SIDE =
            Set.of("heapwright-core", "heapwright-linker", "heapwright-cli", "heapwright-gradle-plugin");

    @Test
    void everythingThatAProgramDependsOnIsInIt() throws IOException {
        Set<String> published = new TreeSet<>();
        for (Path pom : modules(ROOT)) {
            String text = Files.readString(pom);
            String own = text.replaceFirst("(?s)<parent>.*?</parent>", "");
            boolean jar = !own.contains("<packaging>") && !text.contains("<maven.deploy.skip>true");
            String artifact = found("<artifactId>([^<]+)", own).get(0);
            if (jar && !BUILD_SIDE.contains(artifact)) {
                published.add(artifact);
            }
        }
        assertEquals(published, new TreeSet<>(found("<artifactId>(?!heapwright-bom)([^<]+)", bom())));
    }

    @Test
    void itsVersionIsThatOfAll() throws IOException {
        String version = found("<version>([^<]+)", Files.readString(ROOT.resolve("pom.xml")))
                .get(0);
        assertEquals(Set.of(version), Set.copyOf(found("<version>([^<]+)", bom())));
    }

    /** Without what is about how it is built and published. */
    private static String bom() throws IOException {
        return Files.readString(ROOT.resolve("bom/pom.xml")).replaceFirst("(?s)<build>.*", "");
    }

    private static List<Path> modules(Path folder) throws IOException {
        List<Path> poms = new ArrayList<>();
        for (String module : found("<module>([^<$]+)", Files.readString(folder.resolve("pom.xml")))) {
            Path below = folder.resolve(module);
            if (!module.equals("src/it")) {
                poms.add(below.resolve("pom.xml"));
                poms.addAll(modules(below));
            }
        }
        return poms;
    }

    private static List<String> found(String pattern, String text) {
        return Pattern.compile(pattern)
                .matcher(text)
                .results()
                .map(each -> each.group(1))
                .collect(Collectors.toList());
    }
}
