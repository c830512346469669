package dev.heapwright.core.elf;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.heapwright.testing.OnOneJava;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/**
 * Native libraries come out of jars and images that anybody may have made: whatever they contain, reading and editing them
 * terminates, with a refusal or a file that can be read.
 */
class DamagedElfFileTest {
    private static final List<byte[]> FILES = Stream.of(ElfFiles.jemalloc(), launcherOrNothing())
            .filter(file -> file.length > 0)
            .toList();

    @Test
    @OnOneJava
    void aFileMayBeTruncatedAnywhere() {
        for (byte[] file : FILES) {
            for (int length = 0; length < file.length; length += length < 4096 ? 1 : 1021) {
                readAndEdit(Arrays.copyOf(file, length));
            }
        }
    }

    @Test
    @OnOneJava
    void eachNumberOfTheHeadersMayBeWrong() throws ElfRefusedException {
        for (byte[] file : FILES) {
            ElfFile elf = ElfFile.read(file);
            numbers(0, 64).forEach(position -> damage(file, position));
            elf.segments()
                    .forEach(each ->
                            numbers(each.position(), ProgramHeader.SIZE).forEach(position -> damage(file, position)));
            elf.sections()
                    .forEach(each ->
                            numbers(each.position(), SectionHeader.SIZE).forEach(position -> damage(file, position)));
        }
    }

    @Test
    @OnOneJava
    void eachNumberThatTheDynamicLinkerReadsMayBeWrong() throws ElfRefusedException {
        for (byte[] file : FILES) {
            ElfFile.read(file).sections().stream()
                    .filter(each -> List.of(".dynamic", ".gnu.hash", ".dynsym", ".gnu.version_r")
                            .contains(each.name()))
                    .flatMap(each -> numbers(each.offset(), Math.min(each.size(), 1024)))
                    .forEach(position -> damage(file, position));
        }
    }

    @Property(tries = 3000)
    void severalBytesMayBeWrong(
            @ForAll @Size(min = 1, max = 8) List<@IntRange(max = 1 << 20) Integer> places,
            @ForAll @Size(8) List<Byte> values,
            @ForAll boolean inHeaders) {
        for (byte[] file : FILES) {
            byte[] damaged = file.clone();
            for (int i = 0; i < places.size(); i++) {
                damaged[places.get(i) % (inHeaders ? 1024 : damaged.length)] = values.get(i);
            }
            readAndEdit(damaged);
        }
    }

    @Property(tries = 300)
    void anythingMayFollowTheHeader(@ForAll @Size(max = 300) byte[] tail) {
        byte[] damaged = Arrays.copyOf(FILES.get(0), 64 + tail.length);
        System.arraycopy(tail, 0, damaged, 64, tail.length);
        readAndEdit(damaged);
    }

    private static Stream<Long> numbers(long position, long size) {
        return Stream.iterate(position, each -> each < position + size, each -> each + 4);
    }

    private static void damage(byte[] file, long position) {
        for (long value : new long[] {0, 1, -1, 0x7FFF_FFFF_FFFF_FFFFL, 0x7FFF_FFFFL, 0x1000, file.length}) {
            byte[] damaged = file.clone();
            for (int i = 0; i < 8 && position + i < damaged.length; i++) {
                damaged[(int) position + i] = (byte) (value >>> (8 * i));
            }
            readAndEdit(damaged);
        }
    }

    private static void readAndEdit(byte[] file) {
        readableOrRefused(() -> NeededLibrary.add(file, "libpool.so"));
        readableOrRefused(() -> ExportRenaming.rename(file, Map.of("je_malloc", "malloc", "je_free", "release")));
    }

    /** Reads a file, edits it, and may refuse either. */
    @FunctionalInterface
    private interface Editing {
        byte[] edited() throws ElfRefusedException;
    }

    private static void readableOrRefused(Editing editing) {
        byte[] edited;
        try {
            edited = editing.edited();
        } catch (ElfRefusedException e) {
            assertTrue(String.valueOf(e.getMessage()).startsWith("it "), e.getMessage());
            return;
        }
        assertDoesNotThrow(() -> ElfFile.read(edited));
    }

    private static byte[] launcherOrNothing() {
        return System.getProperty("os.name").equals("Linux") ? ElfFiles.launcher() : new byte[0];
    }
}
