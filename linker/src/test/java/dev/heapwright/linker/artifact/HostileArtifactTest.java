package dev.heapwright.linker.artifact;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.heapwright.core.bytecode.ClassFile;
import dev.heapwright.core.link.Decision;
import dev.heapwright.core.name.ClassName;
import dev.heapwright.core.name.Coordinates;
import dev.heapwright.diagnostic.Diagnostic;
import dev.heapwright.diagnostic.DiagnosticException;
import dev.heapwright.linker.glue.Glue;
import dev.heapwright.linker.testing.ClassFolder;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Artifacts that no build makes: whoever made them wanted to be believed, to exhaust the build, or to confuse it. */
class HostileArtifactTest {
    private static final Coordinates APP = new Coordinates("com.acme", "app", "3.0");
    private static final Coordinates POOL = new Coordinates("com.acme", "pool", "1.2");
    private static final String ALLOCATOR_MARKER = "META-INF/heapwright/allocator/com.acme.Pool";
    private static final String NEED_MARKER = "META-INF/heapwright/needs-allocator/com.acme.Index";
    private static final String BINDING_MARKER = "META-INF/heapwright/binding/com.acme.Pool";
    private static final String GLUE = "com/acme/app/heapwright/HeapwrightBinding.class";

    @TempDir
    private Path temporary;

    @ParameterizedTest
    @ValueSource(strings = {ALLOCATOR_MARKER, NEED_MARKER, BINDING_MARKER})
    void aMarkerThatIsThereTwiceIsNotBelieved(String marker) throws Exception {
        ClassFolder folder = everything();
        mismatch(
                marker,
                "it occurs more than once; which copy is read is undefined",
                doubled(folder, marker, folder.read(marker)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"com/acme/Pool.class", "com/acme/Index.class", GLUE})
    void aMarkerWhoseClassIsThereTwiceIsNotBelieved(String file) throws Exception {
        String marker = switch (file) {
            case "com/acme/Pool.class" -> ALLOCATOR_MARKER;
            case "com/acme/Index.class" -> NEED_MARKER;
            default -> BINDING_MARKER;
        };
        mismatch(
                marker,
                file + " occurs more than once; which copy is read is undefined",
                doubled(everything(), file, new byte[] {1, 2, 3}));
    }

    @Test
    void ofThousandsOfMarkersNoneIsRead() throws Exception {
        ClassFolder folder = everything();
        for (int i = 3; i <= ArtifactReader.MOST_MARKERS; i++) {
            folder.write("META-INF/heapwright/needs-allocator/com.acme.C" + i, "this is no marker");
        }
        mismatch("META-INF/heapwright/", "there are 1001 markers; the limit is 1000", folder.jar());
    }

    @Test
    void aClassFileThatInflatesWithoutEndIsReadToTheLimitOnly() throws Exception {
        Path jar = temporary.resolve("pool-1.2.jar");
        byte[] zeros = new byte[1 << 20];
        try (OutputStream out = Files.newOutputStream(jar);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry(ALLOCATOR_MARKER));
            zip.write(everything().read(ALLOCATOR_MARKER));
            zip.putNextEntry(new ZipEntry("com/acme/Pool.class"));
            zip.write(everything().read("com/acme/Pool.class"));
            for (int mebibytes = 0; mebibytes < 64; mebibytes++) {
                zip.write(zeros);
            }
        }
        mismatch(ALLOCATOR_MARKER, "its class file cannot be read: it is larger than 16777216 bytes", jar);
    }

    @Test
    void theLimitIsOneForWhatComesOutWhateverTheJarSays() throws Exception {
        ClassFolder folder = new ClassFolder(temporary.resolve("large"))
                .write("com/acme/Large.class", new byte[ClassFile.LARGEST + 100]);
        for (Path location : List.of(folder.path(), folder.jar())) {
            try (ArtifactFiles files = ArtifactFiles.open(location)) {
                assertEquals(
                        ClassFile.LARGEST + 1,
                        files.readClassFile("com/acme/Large.class").orElseThrow().length);
            }
        }
    }

    @Test
    void aClassFileOfAFutureJavaThatCannotBeReadProvesNothing() throws Exception {
        ClassFolder folder = everything();
        byte[] file = folder.read("com/acme/Pool.class");
        file[7] = (byte) 200;
        mismatch(
                ALLOCATOR_MARKER,
                "its class file cannot be read: it is corrupt, or compiled for a newer Java than this version of Heapwright supports",
                folder.write("com/acme/Pool.class", Arrays.copyOf(file, file.length / 2))
                        .jar());
    }

    @Test
    void aLinkToNothingIsUnreadable() throws Exception {
        Path jar = temporary.resolve("pool-1.2.jar");
        Files.createSymbolicLink(jar, temporary.resolve("gone.jar"));
        assertUnreadable("it is neither a file nor a folder", jar);
    }

    @Test
    void aJarThatMayNotBeReadIsUnreadable() throws Exception {
        Path jar = everything().jar();
        assumeTrue(jar.toFile().setReadable(false, false));
        assumeFalse(Files.isReadable(jar), "root reads everything");
        assertEquals(
                List.of("com.acme:pool:1.2 cannot be read"),
                refused(jar).diagnostics().stream().map(Diagnostic::headline).toList());
    }

    /** {@return an artifact that has a marker of each kind, and with which nothing is wrong} */
    private ClassFolder everything() throws IOException {
        ClassName pool = ClassName.topLevel("com.acme.Pool");
        return new ClassFolder(temporary.resolve("pool-1.2"))
                .compile("com/acme/Pool.java", ClassFolder.allocator("com.acme", "public final class Pool"))
                .compile("com/acme/Index.java", """
                        package com.acme;
                        @dev.heapwright.annotations.NeedsAllocator
                        final class Index {}
                        """)
                .add(Glue.of(APP, new Decision.Link(pool, POOL, "linked explicitly"), false));
    }

    /** {@return a jar in which a file is a second time, with that content} */
    private static Path doubled(ClassFolder folder, String file, byte[] content) throws IOException {
        String other = file.substring(0, file.length() - 1) + "_";
        Path jar = folder.write(other, content).jar();
        Bytes.replace(jar, other, file);
        return jar;
    }

    private void mismatch(String marker, String reason, Path jar) {
        assertEquals("""
                [Heapwright/MarkerMismatch] com.acme:pool:1.2 has an invalid Heapwright marker: %s
                    at pool-1.2.jar!/%s
                  help: rebuild that artifact from clean, with heapwright-processor as its annotation processor
                  more: mvn dev.heapwright:heapwright-maven-plugin:explain -Did=MarkerMismatch""".formatted(reason, marker), refusal(jar));
    }

    private void assertUnreadable(String why, Path jar) {
        assertEquals("""
                [Heapwright/UnreadableArtifact] com.acme:pool:1.2 cannot be read
                    at pool-1.2.jar
                    %s
                  help: delete the file and build again, so that it is downloaded or rebuilt
                  more: mvn dev.heapwright:heapwright-maven-plugin:explain -Did=UnreadableArtifact""".formatted(why), refusal(jar));
    }

    /** {@return all that is told, with paths from the temporary folder} */
    private String refusal(Path location) {
        return String.valueOf(refused(location).getMessage()).replace(temporary + "/", "");
    }

    private static DiagnosticException refused(Path location) {
        return assertThrows(DiagnosticException.class, () -> ArtifactReader.read(location, POOL));
    }
}
