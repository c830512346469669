package dev.heapwright.core.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.heapwright.core.elf.DynamicSymbol;
import dev.heapwright.core.elf.ElfFile;
import dev.heapwright.core.elf.ElfFiles;
import dev.heapwright.core.elf.ElfRefusal;
import dev.heapwright.core.elf.ElfRefusedException;
import dev.heapwright.core.elf.Machine;
import dev.heapwright.testing.MallocFamily;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ProcessAllocatorTest {
    private static final byte[] JEMALLOC = ElfFiles.jemalloc();

    @Test
    void anAllocatorIsFoundByItsName() {
        assertEquals("jemalloc", ProcessAllocator.JEMALLOC.id());
        assertEquals(Optional.of(ProcessAllocator.JEMALLOC), ProcessAllocator.of("jemalloc"));
        assertEquals(Optional.of(ProcessAllocator.MIMALLOC), ProcessAllocator.of("mimalloc"));
        assertEquals(Optional.empty(), ProcessAllocator.of("system"));
    }

    @Test
    void itsFilesAreAmongTheNativeLibrariesOfTheClassPath() {
        assertEquals("libheapwright-mimalloc.so", ProcessAllocator.MIMALLOC.library());
        assertEquals(
                "META-INF/heapwright-natives/linux/arm64/org/lwjgl/mimalloc/libheapwright-mimalloc.so",
                ProcessAllocator.MIMALLOC.resource(Machine.ARM64));
        assertEquals("META-INF/heapwright-natives/jemalloc-process.sha256", ProcessAllocator.JEMALLOC.checksums());
    }

    @Test
    void itsFunctionsGetTheNamesOfTheCLibrarys() throws ElfRefusedException {
        Set<String> before = exports(JEMALLOC);
        Set<String> after = exports(ProcessAllocator.JEMALLOC.replacingMalloc(JEMALLOC));
        Set<String> added = without(after, before);
        assertEquals(Set.of(), without(MallocFamily.REQUIRED, added));
        assertEquals(added.stream().map(name -> "je_" + name).collect(Collectors.toSet()), without(before, after));
    }

    /** In mimalloc, that function is not named like the C library's. */
    @Test
    void theSizeOfABlockIsReplacedUnderItsOwnName() throws ElfRefusedException {
        byte[] library = mimalloc();
        assertEquals(
                Set.of("malloc", "malloc_usable_size"),
                without(exports(ProcessAllocator.MIMALLOC.replacingMalloc(library)), exports(library)));
    }

    @Test
    void theLibraryOfAnotherAllocatorIsRefused() {
        ElfRefusedException refused =
                assertThrows(ElfRefusedException.class, () -> ProcessAllocator.MIMALLOC.replacingMalloc(JEMALLOC));
        assertEquals(ElfRefusal.NOTHING_TO_RENAME, refused.refusal());
    }

    /** {@return a library that exports two of mimalloc's functions, made by writing their names over those of jemalloc} */
    static byte[] mimalloc() {
        return new String(JEMALLOC, StandardCharsets.ISO_8859_1)
                .replace("\0je_malloc\0", "\0mi_malloc\0")
                .replace("\0je_malloc_usable_size\0", "\0mi_usable_size\0" + "\0".repeat(7))
                .getBytes(StandardCharsets.ISO_8859_1);
    }

    private static Set<String> exports(byte[] library) throws ElfRefusedException {
        return ElfFile.read(library).symbols().stream()
                .filter(DynamicSymbol::isDefined)
                .map(DynamicSymbol::name)
                .collect(Collectors.toSet());
    }

    private static Set<String> without(Set<String> names, Set<String> others) {
        Set<String> rest = new TreeSet<>(names);
        rest.removeAll(others);
        return rest;
    }
}
