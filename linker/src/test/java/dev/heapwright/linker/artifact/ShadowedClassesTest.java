package dev.heapwright.linker.artifact;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.heapwright.core.link.Artifact;
import dev.heapwright.core.link.Closure;
import dev.heapwright.core.link.Decision;
import dev.heapwright.core.link.DependencyGraph;
import dev.heapwright.core.link.PlainDialect;
import dev.heapwright.core.marker.Marker;
import dev.heapwright.core.name.ClassName;
import dev.heapwright.core.name.Coordinates;
import dev.heapwright.diagnostic.DiagnosticRenderer;
import dev.heapwright.linker.glue.Glue;
import dev.heapwright.linker.testing.ClassFolder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ShadowedClassesTest {
    private static final Coordinates APP = new Coordinates("com.acme", "app", "3.0");
    private static final Coordinates POOL = new Coordinates("com.acme", "pool", "1.2");
    private static final ClassName ALLOCATOR = ClassName.topLevel("com.acme.Pool");
    private static final Decision LINK = new Decision.Link(ALLOCATOR, POOL, "linked explicitly");
    private static final String POOL_CLASS = "com/acme/Pool.class";

    @TempDir
    private Path temporary;

    @Test
    void classesThatAreInOnePlaceAreRight() throws Exception {
        assertEquals("", problems(LINK, jar("pool", Map.of(POOL_CLASS, "a")), jar("heap", heap("1"))));
    }

    @Test
    void aClassThatDiffersInTwoArtifactsIsRefused() throws Exception {
        assertEquals(
                """
                [Heapwright/ShadowedClass] com.acme.Pool is in 2 artifacts and differs: the order of the class path decides which one runs
                    com.acme:pool:1
                    com.acme:copy:1
                  help: keep one; to drop the second, remove the dependency on com.acme:copy
                  more: mvn dev.heapwright:heapwright-maven-plugin:explain -Did=ShadowedClass""",
                problems(
                        LINK,
                        jar("pool", Map.of(POOL_CLASS, "a")),
                        jar("same", Map.of(POOL_CLASS, "a")),
                        jar("copy", Map.of(POOL_CLASS, "b"))));
    }

    @Test
    void equalCopiesDoNoHarm() throws Exception {
        assertEquals("", problems(LINK, jar("pool", Map.of(POOL_CLASS, "a")), jar("copy", Map.of(POOL_CLASS, "a"))));
    }

    @Test
    void theHeapIsOneOfTheseClasses() throws Exception {
        assertEquals(
                List.of("dev.heapwright.heap.Heap", "dev.heapwright.heap.Binding"),
                refused(LINK, jar("heap", heap("1")), jar("fat", heap("2"))));
    }

    @Test
    void soAreThoseThatCheckedAndObservedGlueExtends() throws Exception {
        Map<String, String> older = new HashMap<>(heap("1"));
        older.put("dev/heapwright/heap/checked/CheckedBinding.class", "older");
        older.put("dev/heapwright/heap/observed/ObservedBinding.class", "older");
        assertEquals(
                List.of("dev.heapwright.heap.checked.CheckedBinding", "dev.heapwright.heap.observed.ObservedBinding"),
                refused(LINK, jar("heap", heap("1")), jar("fat", older)));
    }

    @Test
    void soIsTheGlueTheOneThatIsGeneratedAndTheOneThatIsAdopted() throws Exception {
        String glue = Glue.nameFor(APP).classFile();
        assertEquals(
                List.of("com.acme.app.heapwright.HeapwrightBinding"),
                refused(LINK, jar("one", Map.of(glue, "a")), jar("two", Map.of(glue, "b"))));
        String adopted = Glue.nameFor(POOL).classFile();
        Decision adopt = new Decision.Adopt(
                new Marker.OfBinding(ALLOCATOR, POOL, "linked explicitly", Glue.nameFor(POOL)), POOL);
        Path[] both = {jar("three", Map.of(adopted, "a")), jar("four", Map.of(adopted, "b"))};
        assertEquals(List.of("com.acme.pool.heapwright.HeapwrightBinding"), refused(adopt, both));
        assertEquals("", problems(LINK, both));
    }

    @Test
    void aClassThatNewerJvmsReplaceIsRefused() throws Exception {
        String multi = "Manifest-Version: 1.0\nMulti-Release: true\n";
        Map<String, String> content = Map.of(
                POOL_CLASS,
                "a",
                "META-INF/MANIFEST.MF",
                multi,
                "META-INF/versions/17/" + POOL_CLASS,
                "b",
                "META-INF/versions/21/" + POOL_CLASS,
                "c");
        assertEquals("""
                [Heapwright/ShadowedClass] com.acme.Pool is another class on newer versions of Java: what was checked is not what runs
                    META-INF/versions/17/com/acme/Pool.class in com.acme:pool:1
                    META-INF/versions/21/com/acme/Pool.class in com.acme:pool:1
                  help: have one class file of it for all versions of Java, outside META-INF/versions; what differs
                        can be a class of its own, which that one calls
                  more: mvn dev.heapwright:heapwright-maven-plugin:explain -Did=ShadowedClass""", problems(LINK, jar("pool", content)));
        Map<String, String> plain = new HashMap<>(content);
        plain.remove("META-INF/MANIFEST.MF");
        assertEquals("", problems(LINK, jar("plain", plain)));
    }

    @Test
    void whereNothingIsBoundNothingIsShadowed() throws Exception {
        assertEquals(
                "",
                problems(
                        new Decision.NothingToLink("nothing here needs an allocator"),
                        jar("heap", heap("1")),
                        jar("fat", heap("2"))));
    }

    private static Map<String, String> heap(String content) {
        return Map.of(
                "dev/heapwright/heap/Heap.class",
                content,
                "dev/heapwright/heap/Binding.class",
                content,
                "dev/heapwright/heap/checked/CheckedBinding.class",
                "1",
                "dev/heapwright/heap/observed/ObservedBinding.class",
                "1",
                "dev/heapwright/heap/Other.class",
                content);
    }

    private Path jar(String name, Map<String, String> files) throws Exception {
        ClassFolder folder = new ClassFolder(temporary.resolve(name));
        for (Map.Entry<String, String> file : files.entrySet()) {
            folder.write(file.getKey(), file.getValue());
        }
        return folder.jar();
    }

    private List<String> refused(Decision decision, Path... jars) throws Exception {
        return problems(decision, jars)
                .lines()
                .filter(line -> line.startsWith("[Heapwright/ShadowedClass] "))
                .map(line -> line.replaceFirst("^\\S+ (\\S+) .*", "$1"))
                .toList();
    }

    private static String problems(Decision decision, Path... jars) throws Exception {
        List<ArtifactContents> classPath = new ArrayList<>();
        for (Path jar : jars) {
            String name = jar.getFileName().toString().replace(".jar", "");
            classPath.add(ArtifactReader.contents(jar, new Coordinates("com.acme", name, "1")));
        }
        Closure closure = new Closure(Artifact.of(APP), List.of(), new DependencyGraph(Map.of()));
        return new ShadowedClasses(classPath, List.of(), closure, PlainDialect.INSTANCE)
                .problems(decision, Glue.nameFor(APP)).stream()
                        .map(DiagnosticRenderer::render)
                        .collect(Collectors.joining("\n"));
    }
}
