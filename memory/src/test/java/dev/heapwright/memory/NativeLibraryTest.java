package dev.heapwright.memory;

import static java.lang.invoke.MethodType.methodType;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.lang.invoke.MethodHandle;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class NativeLibraryTest extends LibraryToExtract {
    @Test
    void aJavaOlderThan22HasNone() throws Exception {
        assumeFalse(Platform.FOREIGN, "this one is newer");
        assertEquals("""
                [Heapwright/NativeUnavailable] the native library zip requires Java 22 or newer
                    this is Java %s
                  help: run on Java 22 or newer, or link another allocator
                  more: mvn dev.heapwright:heapwright-maven-plugin:explain -Did=NativeUnavailable""".formatted(Runtime.version()), refusal());
        assertEquals(false, Files.exists(directory));
    }

    @Test
    void functionsAreCalledCriticallyOrOrdinarily() throws Throwable {
        onlyOnJava22();
        NativeLibrary zip = library.load();
        MethodHandle critical =
                zip.criticalFunction("ZIP_CRC32", methodType(int.class, int.class, long.class, int.class));
        try (Block zeros = Block.of(16)) {
            assertEquals(ZipLibrary.CRC_OF_16_ZEROS, (int) critical.invokeExact(0, zeros.address(), 16));
        }
        assertEquals(ZipLibrary.CRC_OF_16_ZEROS, ZipLibrary.crc(zip));
    }

    @Test
    void aMissingFileIsReportedEvenIfAnotherProgramHasExtractedIt() throws Exception {
        onlyOnJava22();
        library.load();
        Files.delete(library.file());
        assertEquals(missing(library.path()), refusal());
    }

    @Test
    void aMissingListIsReported() throws Exception {
        onlyOnJava22();
        Files.delete(library.list());
        assertEquals(missing("META-INF/heapwright-natives/zip.sha256"), refusal());
    }

    @Test
    void aMissingFileIsReported() throws Exception {
        onlyOnJava22();
        Files.delete(library.file());
        assertEquals(missing(library.path()), refusal());
        assertEquals(List.of(), ZipLibrary.extracted(directory));
    }

    @Test
    void aListThatIsDamagedIsNotUsed() throws Exception {
        onlyOnJava22();
        library.writeList(library.line() + "0123  ../x64/libzip.so\n");
        assertEquals("""
                [Heapwright/NativeUnavailable] the list of a native library's files is corrupt
                    META-INF/heapwright-natives/zip.sha256 has the line "0123  ../x64/libzip.so"
                  help: use the artifact that contains it as it was published
                  more: mvn dev.heapwright:heapwright-maven-plugin:explain -Did=NativeUnavailable""", refusal());
    }

    @Test
    void aFileThatWasTamperedWithIsNotLoaded() throws Exception {
        onlyOnJava22();
        String expected = ZipLibrary.sha256(Files.readAllBytes(library.file()));
        library.write(new byte[] {1, 2, 3});
        assertEquals("""
                [Heapwright/NativeUnavailable] the file of a native library is not the one that its allocator was built with
                    %s
                    expected SHA-256  %s
                    found             039058c6f2c0cb492c533b0a4d14ef77cc0f78abccced5287d84a1a2011cfb81
                  help: use the version of the artifact that the allocator declares; if it is that one, it was modified: do
                        not trust it
                  more: mvn dev.heapwright:heapwright-maven-plugin:explain -Did=NativeUnavailable""".formatted(library.path(), expected), refusal());
        assertEquals(List.of(), ZipLibrary.extracted(directory));
    }

    @Test
    void aFileThatTheOperatingSystemDoesNotLoadIsRefused() throws Exception {
        onlyOnJava22();
        // The processor in the header of an ELF file: the file is for another one, but otherwise intact.
        byte[] content = Files.readAllBytes(library.file());
        content[18] ^= 0x7F;
        library.write(content);
        library.writeList(library.line());
        String refusal = refusal();
        Path file = ZipLibrary.extracted(directory).get(0);
        assertEquals("""
                [Heapwright/NativeUnavailable] the native library zip cannot be loaded
                    the operating system refused to load %s
                  help: if its directory is mounted without the permission to execute (noexec), name another one on the
                        command line of java:
                        -Dheapwright.natives.directory=/path/to/directory
                  more: mvn dev.heapwright:heapwright-maven-plugin:explain -Did=NativeUnavailable""".formatted(file), refusal);
    }

    @Test
    void aDirectoryThatCannotBeCreatedIsNamed() throws Exception {
        onlyOnJava22();
        Path file = Files.createFile(temporaryFiles.resolve("file"));
        System.setProperty(
                NativeLibrary.DIRECTORY_PROPERTY, file.resolve("natives").toString());
        assertEquals("""
                [Heapwright/NativeUnavailable] the native library zip cannot be extracted
                    java.nio.file.FileAlreadyExistsException: %s
                  help: set a directory that this program can write to, on the java command line:
                        -Dheapwright.natives.directory=/path/to/directory
                  more: mvn dev.heapwright:heapwright-maven-plugin:explain -Did=NativeUnavailable""".formatted(file), refusal());
    }

    @Test
    void aDirectoryWithAnInvalidNameIsRefused() throws Exception {
        onlyOnJava22();
        System.setProperty(NativeLibrary.DIRECTORY_PROPERTY, "a\u0000b");
        assertEquals("""
                [Heapwright/NativeUnavailable] the native library zip cannot be extracted
                    java.nio.file.InvalidPathException: Nul character not allowed: a?b
                  help: set a directory that this program can write to, on the java command line:
                        -Dheapwright.natives.directory=/path/to/directory
                  more: mvn dev.heapwright:heapwright-maven-plugin:explain -Did=NativeUnavailable""", refusal());
    }

    @Test
    void onlyAFunctionThatTheLibraryLacksIsRefused() throws Exception {
        onlyOnJava22();
        NativeLibrary zip = library.load();
        MethodHandle lacking = zip.function("zip_lacks_this", methodType(void.class));
        NativeUnavailableError refusal = assertThrows(NativeUnavailableError.class, lacking::invokeExact);
        assertEquals("""
                [Heapwright/NativeUnavailable] the native library zip has no function zip_lacks_this
                    searched in its file for %s, the one that its allocator was built with
                  help: report this to the allocator's project
                  more: mvn dev.heapwright:heapwright-maven-plugin:explain -Did=NativeUnavailable""".formatted(Platform.NAME), refusal.getMessage());
        assertEquals(ZipLibrary.CRC_OF_16_ZEROS, ZipLibrary.crc(zip));
    }

    @Test
    void eachCallThrowsANewError() throws Exception {
        onlyOnJava22();
        Files.delete(library.list());
        NativeLibrary zip = library.load();
        NativeUnavailableError first = assertThrows(NativeUnavailableError.class, () -> ZipLibrary.crc(zip));
        NativeUnavailableError second = assertThrows(NativeUnavailableError.class, () -> ZipLibrary.crc(zip));
        assertNotEquals(first, second);
        assertEquals(first.getMessage(), second.getMessage());
    }

    @Test
    void withoutNativeAccessNothingIsLoaded() throws Exception {
        assumeTrue(Runtime.version().feature() >= 24, "native access cannot be denied on this Java");
        String printed = Programs.onClassPathWith(
                        library.folder(),
                        "--illegal-native-access=deny",
                        "-D" + NativeLibrary.DIRECTORY_PROPERTY + "=" + directory)
                .run(LoadZip.class)
                .succeeded()
                .printed();
        assertEquals("""
                [Heapwright/NativeUnavailable] this JVM denies native access to dev.heapwright.memory
                    which is in the unnamed module, on the class path
                  help: allow it on the java command line:
                        --enable-native-access=ALL-UNNAMED
                        or in the manifest of the jar that java -jar starts:
                        Enable-Native-Access: ALL-UNNAMED
                  more: mvn dev.heapwright:heapwright-maven-plugin:explain -Did=NativeUnavailable""", printed);
    }

    private static String missing(String path) {
        return """
                [Heapwright/NativeUnavailable] a native library's file is not on the class path
                    searched for %s
                  help: add it: something removed it, such as an exclusion of the artifact that contains it, or a filter
                        of the plugin that packaged the program
                  more: mvn dev.heapwright:heapwright-maven-plugin:explain -Did=NativeUnavailable""".formatted(path);
    }

    private String refusal() throws Exception {
        NativeUnavailableError refusal =
                assertThrows(NativeUnavailableError.class, () -> ZipLibrary.crc(library.load()));
        return String.valueOf(refusal.getMessage());
    }
}
