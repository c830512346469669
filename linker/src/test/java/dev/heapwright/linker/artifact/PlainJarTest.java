package dev.heapwright.linker.artifact;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is read in one pass is what {@link JarFile} reads. */
class PlainJarTest {
    private static final int MUTANTS = 1_000;

    @TempDir
    private Path temporary;

    @Test
    void jarsOfTheClassPathAreReadAsTheJdkReadsThem() throws IOException {
        List<Path> jars = Stream.of(System.getProperty("java.class.path").split(File.pathSeparator, -1))
                .filter(each -> each.endsWith(".jar"))
                .map(Path::of)
                .toList();
        int read = 0;
        for (Path jar : jars) {
            read += compare(jar);
        }
        assertTrue(read > 1_000, jars::toString);
    }

    @Test
    void soAreDamagedOnesUnlessNothingIsSaidOfThem() throws IOException {
        byte[] whole = jar("");
        int same = 0;
        int refused = 0;
        for (int seed = 0; seed < MUTANTS; seed++) {
            Random random = new Random(seed);
            byte[] mutant = whole.clone();
            for (int changes = 1 + random.nextInt(3); changes > 0; changes--) {
                mutant[random.nextInt(mutant.length)] = (byte) (random.nextBoolean() ? random.nextInt(256) : 0);
            }
            Path file = Files.write(temporary.resolve("mutant.jar"), mutant);
            if (compare(file) > 0) {
                same++;
            } else {
                refused++;
            }
        }
        assertTrue(same > MUTANTS / 10, same + " were read");
        assertTrue(refused > MUTANTS / 10, refused + " were not");
    }

    @Test
    void soIsAJarThatIsCutOff() throws IOException {
        byte[] whole = jar("");
        for (int length = 0; length < whole.length; length++) {
            assertEquals(0, compare(Files.write(temporary.resolve("cut.jar"), Arrays.copyOf(whole, length))));
        }
        assertEquals(3, compare(Files.write(temporary.resolve("cut.jar"), whole)));
    }

    @Test
    void nothingIsSaidOfAJarWithACommentOrSomethingBefore() throws IOException {
        assertFalse(isPlain(jar("comment")));
        byte[] whole = jar("");
        byte[] launcher = new byte[whole.length + 1];
        System.arraycopy(whole, 0, launcher, 1, whole.length);
        assertFalse(isPlain(launcher));
    }

    @Test
    void norOfOneWithTwoFilesOfOneName() throws IOException {
        String twice = new String(jar(""), StandardCharsets.ISO_8859_1).replace("b.class", "a.class");
        assertFalse(isPlain(twice.getBytes(StandardCharsets.ISO_8859_1)));
    }

    @Test
    void norOfAFileThatIsTooLargeForTheBuffer() throws IOException {
        byte[] random = new byte[1 << 17];
        new Random(1).nextBytes(random);
        Path file = temporary.resolve("large.jar");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            add(zip, "large.class", random, ZipEntry.DEFLATED);
        }
        try (PlainJar jar = PlainJar.open(file).orElseThrow()) {
            assertFalse(jar.start(jar.files().get(0)));
        }
    }

    private boolean isPlain(byte[] bytes) throws IOException {
        Path file = Files.write(temporary.resolve("unusual.jar"), bytes);
        try (JarFile jar = new JarFile(file.toFile(), false)) {
            assertEquals(3, jar.size());
        }
        return PlainJar.open(file).isPresent();
    }

    /** {@return how many files were read, each in two parts, and all as the JDK reads them} */
    private static int compare(Path file) throws IOException {
        PlainJar plain = PlainJar.open(file).orElse(null);
        if (plain == null) {
            return 0;
        }
        int read = 0;
        try (plain;
                JarFile jar = new JarFile(file.toFile(), false)) {
            assertEquals(
                    jar.stream()
                            .filter(each -> !each.isDirectory())
                            .map(ZipEntry::getName)
                            .toList(),
                    plain.files().stream().map(PlainJar.Entry::name).toList());
            byte[] buffer = new byte[1 << 20];
            for (PlainJar.Entry entry : plain.files()) {
                if (!plain.start(entry)) {
                    continue;
                }
                int start = plain.read(buffer, 0, 100);
                int length = start < 0 ? -1 : plain.read(buffer, start, buffer.length);
                if (start < 0) {
                    continue;
                }
                try (InputStream in = jar.getInputStream(jar.getEntry(entry.name()))) {
                    assertArrayEquals(in.readNBytes(start), Arrays.copyOf(buffer, start), entry::toString);
                    if (length >= 0) {
                        byte[] rest = in.readNBytes(buffer.length - start);
                        assertArrayEquals(rest, Arrays.copyOfRange(buffer, start, length), entry::toString);
                        read++;
                    }
                }
            }
        }
        return read;
    }

    /** {@return a jar with three files: a compressed one, one that is not, and an empty one} */
    private static byte[] jar(String comment) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            if (!comment.isEmpty()) {
                zip.setComment(comment);
            }
            byte[] text = "a text that can be compressed, as it is a text that can be compressed; "
                    .repeat(3)
                    .getBytes(StandardCharsets.US_ASCII);
            add(zip, "a.class", text, ZipEntry.DEFLATED);
            add(zip, "b.class", text, ZipEntry.STORED);
            add(zip, "c", new byte[0], ZipEntry.DEFLATED);
        }
        assertNotEquals(0, bytes.size());
        return bytes.toByteArray();
    }

    private static void add(ZipOutputStream zip, String name, byte[] content, int method) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setMethod(method);
        entry.setTime(0);
        if (method == ZipEntry.STORED) {
            CRC32 sum = new CRC32();
            sum.update(content);
            entry.setCrc(sum.getValue());
            entry.setSize(content.length);
        }
        zip.putNextEntry(entry);
        zip.write(content);
        zip.closeEntry();
    }
}
