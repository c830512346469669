package dev.heapwright.linker.artifact;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.heapwright.core.name.Coordinates;
import dev.heapwright.diagnostic.DiagnosticException;
import dev.heapwright.linker.testing.ClassFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** An artifact for tests to damage, and what is told about it. */
final class DamagedArtifacts {
    static final Coordinates POOL = new Coordinates("com.acme", "pool", "1.2");
    static final String ALLOCATOR_MARKER = "META-INF/heapwright/allocator/com.acme.Pool";
    static final String CLASS = "com/acme/Pool.class";

    private DamagedArtifacts() {}

    /** {@return an allocator artifact with which nothing is wrong yet} */
    static ClassFolder pool(Path folder) {
        return new ClassFolder(folder.resolve("pool-1.2")).compile("com/acme/Pool.java", allocator());
    }

    static String allocator() {
        return ClassFolder.allocator("com.acme", "public final class Pool");
    }

    /** In a class folder and in a jar of it. */
    static void mismatch(String marker, String reason, ClassFolder folder) throws IOException {
        String expected = """
                [Heapwright/MarkerMismatch] com.acme:pool:1.2 has an invalid Heapwright marker: %s
                    at %s%s%s
                  help: rebuild that artifact from clean, with heapwright-processor as its annotation processor
                  more: mvn dev.heapwright:heapwright-maven-plugin:explain -Did=MarkerMismatch""";
        Path name = folder.path().getFileName();
        assertEquals(expected.formatted(reason, name, "/", marker), refusal(folder.path()));
        assertEquals(expected.formatted(reason, name, ".jar!/", marker), refusal(folder.jar()));
    }

    /** {@return all that is told, with paths from the folder that the artifact is in} */
    static String refusal(Path location) {
        DiagnosticException refused =
                assertThrows(DiagnosticException.class, () -> ArtifactReader.read(location, POOL));
        return String.valueOf(refused.getMessage()).replace(location.getParent() + "/", "");
    }

    static List<String> reasons(Path location) {
        String headline = "com.acme:pool:1.2 has an invalid Heapwright marker: ";
        return assertThrows(DiagnosticException.class, () -> ArtifactReader.read(location, POOL)).diagnostics().stream()
                .map(diagnostic -> diagnostic.headline().replace(headline, ""))
                .toList();
    }
}
