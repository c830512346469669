package dev.heapwright.linker.artifact;

import static dev.heapwright.linker.artifact.DamagedArtifacts.ALLOCATOR_MARKER;
import static dev.heapwright.linker.artifact.DamagedArtifacts.mismatch;
import static dev.heapwright.linker.artifact.DamagedArtifacts.reasons;
import static dev.heapwright.linker.artifact.DamagedArtifacts.refusal;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.heapwright.linker.testing.ClassFolder;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Markers whose names or contents are not those of a marker: they are rejected. */
class MalformedMarkerTest {
    @TempDir
    private Path temporary;

    @Test
    void aMalformedMarkerIsNotBelieved() throws Exception {
        mismatch(ALLOCATOR_MARKER, "it does not start with 'contract='", pool().write(ALLOCATOR_MARKER, ""));
    }

    @Test
    void aMarkerOfTenMebibytesIsNotRead() throws Exception {
        mismatch(
                ALLOCATOR_MARKER,
                "it is larger than 262144 bytes",
                pool().write(ALLOCATOR_MARKER, "contract=1\n".repeat(10 * 1024 * 1024 / 11)));
    }

    @Test
    void aMarkerThatJavaCannotNameIsNotBelieved() throws Exception {
        mismatch(
                "META-INF/heapwright/allocator/com.acme.Pool;System.exit(1)",
                "'com.acme.Pool;System.exit(1)' is not the name of a class in a package",
                pool().write(
                                "META-INF/heapwright/allocator/com.acme.Pool;System.exit(1)",
                                "contract=1\nname=com.acme.Pool\n"));
    }

    @Test
    void anEntryNameThatLeadsOutOfTheJarIsOnlyAWrongName() throws Exception {
        Path jar = pool().write(
                        "META-INF/heapwright/allocator/com.acme.Pool-and-more", "contract=1\nname=com.acme.Pool\n")
                .jar();
        Bytes.replace(
                jar,
                "META-INF/heapwright/allocator/com.acme.Pool-and-more",
                "META-INF/heapwright/allocator/../../../../etc/passwd");
        assertEquals(List.of("'../../../../etc/passwd' is not the name of a class in a package"), reasons(jar));
    }

    @Test
    void anEntryNameCannotForgeALine() throws Exception {
        Path jar = pool().write("META-INF/heapwright/allocator/com.acme.Pool2Jm", "contract=1\nname=com.acme.Pool\n")
                .jar();
        Bytes.replace(jar, "com.acme.Pool2Jm", "com.acme.\n\r\u001B[2Jm");
        assertEquals("""
                [Heapwright/MarkerMismatch] com.acme:pool:1.2 has an invalid Heapwright marker: \
                'com.acme.???[2Jm' is not the name of a class in a package
                    at pool-1.2.jar!/META-INF/heapwright/allocator/com.acme.???[2Jm
                  help: rebuild that artifact from clean, with heapwright-processor as its annotation processor
                  more: mvn dev.heapwright:heapwright-maven-plugin:explain -Did=MarkerMismatch""", refusal(jar));
    }

    @Test
    void allMarkersThatAreWrongAreToldSorted() throws Exception {
        Path jar = pool().write("META-INF/heapwright/binding/com.acme.Pool", "")
                .write("META-INF/heapwright/allocator/com.acme.Other", "contract=1\nname=com.acme.Other\n")
                .write("META-INF/heapwright/future/com.acme.Pool", "contract=1\n")
                .write("META-INF/heapwright/needs-allocator/com.acme.Pool", "contract=2\n")
                .jar();
        assertEquals(
                List.of(
                        "the class does not exist",
                        "it does not start with 'contract='",
                        "its type is unknown; known types: allocator, available, needs-allocator, binding, library",
                        "it uses contract version 2; this plugin supports version 1"),
                reasons(jar));
    }

    private ClassFolder pool() {
        return DamagedArtifacts.pool(temporary);
    }
}
