package dev.heapwright.memory;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Which classes are compiled for which Java; {@link PlatformTest} tests that each Java loads only its own. */
class ClassFilesTest {
    private static final int JAVA_17 = 61;
    private static final int JAVA_22 = 66;

    @Test
    void classesOfTheFfmApiAreForJava22AndAllOthersForJava17() throws Exception {
        assertEquals(Set.of(JAVA_22), versions(true));
        assertEquals(Set.of(JAVA_17), versions(false));
    }

    private static Set<Integer> versions(boolean foreign) throws IOException, URISyntaxException {
        Path classes = Path.of(
                Memory.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        try (Stream<Path> files = Files.walk(classes)) {
            return files.filter(file -> file.toString().endsWith(".class"))
                    .filter(file -> file.getFileName().toString().startsWith("Foreign") == foreign)
                    .map(ClassFilesTest::version)
                    .collect(Collectors.toSet());
        }
    }

    /** It is the fourth 16-bit number (The Java Virtual Machine Specification, 4.1). */
    private static int version(Path file) {
        try (InputStream content = Files.newInputStream(file)) {
            DataInputStream data = new DataInputStream(content);
            data.skipNBytes(6);
            return data.readUnsignedShort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
