package dev.heapwright.core.elf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.heapwright.testing.InstalledTool;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Files are read as other readers read them. */
class ElfFileTest {
    @Test
    void aProgramSaysWhatItIsLoadedWith() throws ElfRefusedException {
        ElfFile launcher = ElfFile.read(ElfFiles.launcher());
        assertTrue(launcher.interpreter().orElseThrow().contains("/ld-"), launcher.toString());
        assertTrue(launcher.needed().containsAll(List.of("libjli.so", "libc.so.6")), launcher.toString());
        assertTrue(launcher.runPath().orElseThrow().contains("$ORIGIN/../lib"), launcher.toString());
    }

    @Test
    void aLibrarySaysWhatItExports() throws ElfRefusedException {
        ElfFile library = ElfFile.read(ElfFiles.jemalloc());
        assertEquals(Optional.of(Machine.X64), library.machine());
        assertEquals(Optional.empty(), library.interpreter());
        assertEquals(Optional.of("libjemalloc.so.2"), library.soName());
        assertEquals(Optional.empty(), library.runPath());
        assertEquals(
                List.of("libm.so.6", "libdl.so.2", "libpthread.so.0", "libc.so.6", "ld-linux-x86-64.so.2"),
                library.needed());
        assertTrue(library.exports("je_mallocx"));
        assertFalse(library.exports("malloc"));
        // Imported.
        assertFalse(library.exports("mmap"));
        assertTrue(library.symbols().stream().anyMatch(symbol -> symbol.name().equals("mmap")));
    }

    @Test
    void eachFileOfTheJdkIsReadAsReadelfReadsIt() {
        List<Path> files = ElfFiles.ofJdk();
        assertFalse(files.isEmpty());
        List<String> expected = new ArrayList<>();
        List<String> actual = new ArrayList<>();
        InstalledTool readelf = ElfFiles.readelf("--dynamic", "--dyn-syms");
        for (Path file : files) {
            readelf.run(file).lines().flatMap(line -> fact(line).stream()).forEach(expected::add);
            actual.addAll(facts(file));
        }
        assertEquals(expected, actual);
    }

    @Test
    void fourBytesAtTheStartMakeAnElfFile() {
        byte[] start = {0x7F, 'E', 'L', 'F'};
        assertTrue(ElfFile.isStart(start));
        assertTrue(ElfFile.isStart(Arrays.copyOf(start, 64)));
        assertFalse(ElfFile.isStart(Arrays.copyOf(start, 3)));
        for (int i = 0; i < start.length; i++) {
            byte[] other = start.clone();
            other[i]++;
            assertFalse(ElfFile.isStart(other), "byte " + i);
        }
    }

    @Test
    void anythingElseIsRefused() {
        assertRefused(ElfRefusal.NOT_ELF, new byte[0]);
        assertRefused(ElfRefusal.NOT_ELF, "#!/bin/sh\n".repeat(10).getBytes(StandardCharsets.US_ASCII));
        assertRefused(ElfRefusal.UNSUPPORTED_FORMAT, changed(ElfFiles.jemalloc(), 4, 1));
        assertRefused(ElfRefusal.UNSUPPORTED_FORMAT, changed(ElfFiles.jemalloc(), 5, 2));
        assertRefused(ElfRefusal.UNSUPPORTED_FORMAT, changed(ElfFiles.jemalloc(), 6, 2));
    }

    @Test
    void aTruncatedFileIsRefused() {
        byte[] library = ElfFiles.jemalloc();
        assertRefused(ElfRefusal.MALFORMED, Arrays.copyOf(library, library.length - 1));
        assertRefused(ElfRefusal.MALFORMED, Arrays.copyOf(library, 100));
    }

    @Test
    void aFileWithoutSectionsHasTheSameSymbols() throws ElfRefusedException {
        byte[] library = ElfFiles.jemalloc();
        byte[] stripped = library.clone();
        // The position of the section headers, and their number.
        Arrays.fill(stripped, 40, 48, (byte) 0);
        Arrays.fill(stripped, 60, 64, (byte) 0);
        assertEquals(List.of(), ElfFile.read(stripped).sections());
        assertEquals(ElfFile.read(library).symbols(), ElfFile.read(stripped).symbols());
    }

    private static byte[] changed(byte[] file, int position, int value) {
        file[position] = (byte) value;
        return file;
    }

    private static void assertRefused(ElfRefusal refusal, byte[] file) {
        ElfRefusedException refused = assertThrows(ElfRefusedException.class, () -> ElfFile.read(file));
        assertEquals(refusal, refused.refusal(), refused.getMessage());
    }

    private static List<String> facts(Path path) {
        ElfFile file;
        try {
            file = ElfFile.read(ElfFiles.bytes(path));
        } catch (ElfRefusedException e) {
            return List.of(path + ": " + e.getMessage());
        }
        List<String> facts = new ArrayList<>();
        file.needed().forEach(library -> facts.add("needs " + library));
        file.symbols().forEach(symbol -> facts.add((symbol.isDefined() ? "exports " : "imports ") + symbol.name()));
        return facts;
    }

    /** {@return what a line of readelf says} */
    private static Optional<String> fact(String line) {
        if (line.contains("(NEEDED)")) {
            return Optional.of("needs " + line.substring(line.indexOf('[') + 1, line.indexOf(']')));
        }
        String[] columns = line.strip().split(" +", -1);
        if (columns.length < 7 || !columns[0].matches("\\d+:")) {
            return Optional.empty();
        }
        String name = columns.length == 7 ? "" : columns[7].replaceFirst("@.*", "");
        return Optional.of((columns[6].equals("UND") ? "imports " : "exports ") + name);
    }
}
