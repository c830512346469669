package dev.heapwright.linker.packaged;

import static dev.heapwright.linker.packaged.Jars.TO_POOL;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.heapwright.core.link.Kind;
import dev.heapwright.linker.testing.ClassFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ImportedHeapTest {
    @TempDir
    private Path temporary;

    private Jars jars;

    @BeforeEach
    void prepare() {
        jars = new Jars(temporary);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "dev.heapwright.heap",
                "dev.heapwright.heap;version=\"[0.1,1)\",org.slf4j",
                "org.slf4j;version=\"[2,3)\", dev.heapwright.heap ; resolution:=optional",
                "dev.heapwright.system;dev.heapwright.heap;version=0.1"
            })
    void aBundleThatImportsTheHeapIsNotBound(String imports) throws Exception {
        assertEquals("""
                [Heapwright/NotBound] app-3.0.jar imports the heap from another OSGi bundle, where it does not find this one's binding
                    at app-3.0.jar
                    required: the heap in this bundle
                    found:    Import-Package: dev.heapwright.heap
                  help: embed it, with what it needs; these are instructions for bnd:
                        -includeresource: heapwright-*.jar;lib:=true
                        Import-Package: !java.*, !org.jspecify.annotations, *
                        -noee: true
                        if it does not run as an OSGi bundle, do not import the heap:
                        Import-Package: !dev.heapwright.*, *
                  more: mvn dev.heapwright:heapwright-maven-plugin:explain -Did=NotBound""", problems(jars.bound(TO_POOL), imports));
    }

    @Test
    void neitherIsOneThatRequiresABundleWithTheHeap() throws Exception {
        assertEquals(
                "found:    Require-Bundle: org.slf4j",
                found(jars.bound(TO_POOL), "Require-Bundle: org.slf4j;bundle-version=\"[2,3)\""));
        assertEquals(
                "if it does not run as an OSGi bundle, leave that header out",
                lines(jars.bound(TO_POOL), "Require-Bundle: org.slf4j", "if it"));
        String required = "Require-Bundle: org.slf4j,dev.heapwright.heapwright-heap";
        assertEquals("found:    Require-Bundle: org.slf4j", found(jars.bound(TO_POOL), required));
        // What is required comes before what is in the bundle.
        assertEquals("found:    Require-Bundle: dev.heapwright.heapwright-heap", found(jars.merged(TO_POOL), required));
        assertEquals("", found(jars.merged(TO_POOL), "Require-Bundle: org.slf4j"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"*", "dev.heapwright.*", "dev.heapwright.heap"})
    void neitherIsOneThatImportsTheHeapWhenItIsAskedFor(String imports) throws Exception {
        String header = "DynamicImport-Package: " + imports;
        assertEquals("found:    " + header, found(jars.bound(TO_POOL), header));
        // What is in the bundle comes before what is imported so.
        assertEquals("", found(jars.merged(TO_POOL), header));
    }

    @Test
    void otherPackagesMayBeImportedWhenTheyAreAskedFor() throws Exception {
        assertEquals("", found(jars.bound(TO_POOL), "DynamicImport-Package: org.slf4j.*"));
    }

    /** The other copy of the heap is the one that is used. */
    @Test
    void nothingElseChangesIfItHasTheHeapAsWell() throws Exception {
        assertEquals(1, problems(jars.merged(TO_POOL), "dev.heapwright.heap").split("NotBound]", -1).length - 1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "org.slf4j",
                "dev.heapwright.heap.checked",
                "com.acme;uses:=\"java.util,dev.heapwright.heap,org.slf4j\"",
                "com.acme;a=\"\\\",dev.heapwright.heap,\""
            })
    void aBundleThatImportsSomethingElseIsAccepted(String imports) throws Exception {
        assertEquals("", problems(jars.merged(TO_POOL), imports));
    }

    @Test
    void aJarThatIsNoBundleIsAccepted() throws Exception {
        assertEquals("", problems(jars.read(jars.bound(TO_POOL)), Kind.HOSTED));
    }

    /** It uses the binding of the bundle that it gets the heap from. */
    @Test
    void aBundleWithoutGlueMayImportTheHeap() throws Exception {
        assertEquals("", problems(jars.app(), "dev.heapwright.heap"));
    }

    @Test
    void anApplicationDoesNotRunAsABundle() throws Exception {
        PackagedJar bundle = jars.read(importing(jars.bound(TO_POOL), "dev.heapwright.heap"));
        assertEquals("", problems(bundle, Kind.APPLICATION));
    }

    private String found(ClassFolder folder, String header) throws Exception {
        return lines(folder, header, "found:");
    }

    private String lines(ClassFolder folder, String header, String start) throws Exception {
        ClassFolder bundle = folder.write("META-INF/MANIFEST.MF", "Manifest-Version: 1.0\n" + header + "\n");
        return problems(jars.read(bundle), Kind.HOSTED)
                .lines()
                .map(String::strip)
                .filter(line -> line.startsWith(start))
                .collect(Collectors.joining("\n"));
    }

    private String problems(ClassFolder folder, String imports) throws Exception {
        return problems(jars.read(importing(folder, imports)), Kind.HOSTED);
    }

    private String problems(PackagedJar jar, Kind kind) {
        return jars.text(ImportedHeap.problems(List.of(jar), kind));
    }

    private static ClassFolder importing(ClassFolder folder, String imports) throws IOException {
        return folder.write("META-INF/MANIFEST.MF", "Manifest-Version: 1.0\nImport-Package: " + imports + "\n");
    }
}
