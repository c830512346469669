package dev.heapwright.allocators;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.heapwright.core.elf.DynamicSymbol;
import dev.heapwright.core.elf.ElfFile;
import dev.heapwright.core.elf.ElfRefusedException;
import dev.heapwright.core.elf.Machine;
import dev.heapwright.core.elf.NeededLibrary;
import dev.heapwright.core.process.ProcessAllocator;
import dev.heapwright.testing.ElfComplaints;
import dev.heapwright.testing.MallocFamily;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The libraries that replace malloc, on each processor. */
class ProcessLibrariesTest {
    static Stream<Arguments> libraries() {
        return Stream.of(Machine.values())
                .flatMap(machine ->
                        Stream.of(ProcessAllocator.values()).map(allocator -> Arguments.of(machine, allocator)));
    }

    @ParameterizedTest
    @MethodSource("libraries")
    void replacesEachFunctionOfTheCLibrary(Machine machine, ProcessAllocator allocator) throws ElfRefusedException {
        ElfFile library = ElfFile.read(replacing(machine, allocator));
        assertEquals(Optional.of(machine), library.machine());
        assertEquals(
                List.of(),
                MallocFamily.REQUIRED.stream()
                        .filter(name -> !library.exports(name))
                        .toList());
    }

    @ParameterizedTest
    @MethodSource("libraries")
    void keepsAllOtherNames(Machine machine, ProcessAllocator allocator) throws ElfRefusedException {
        Set<String> before = exports(plain(machine, allocator));
        Set<String> after = exports(replacing(machine, allocator));
        assertEquals(before.size(), after.size());
        before.removeAll(after);
        String prefix = allocator == ProcessAllocator.JEMALLOC ? "je_" : "mi_";
        after.removeAll(exports(plain(machine, allocator)));
        assertTrue(before.stream().allMatch(name -> name.startsWith(prefix)), before.toString());
        assertTrue(after.containsAll(MallocFamily.REQUIRED) && after.size() <= 12, after.toString());
    }

    @ParameterizedTest
    @MethodSource("libraries")
    void isMadeOfTheLibraryBesideIt(Machine machine, ProcessAllocator allocator) throws ElfRefusedException {
        byte[] replacing = replacing(machine, allocator);
        assertArrayEquals(replacing, allocator.replacingMalloc(plain(machine, allocator)));
        assertArrayEquals(replacing, allocator.replacingMalloc(replacing));
    }

    @ParameterizedTest
    @MethodSource("libraries")
    void toolsHaveNoComplaint(Machine machine, ProcessAllocator allocator) {
        assertEquals(List.of(), ElfComplaints.about(replacing(machine, allocator)));
    }

    @ParameterizedTest
    @MethodSource("libraries")
    void needsAnotherLibraryOnceOneIsAddedOrHasNoRoom(Machine machine, ProcessAllocator allocator)
            throws ElfRefusedException {
        byte[] plain = plain(machine, allocator);
        try {
            byte[] edited = NeededLibrary.add(plain, "libpool.so");
            assertEquals("libpool.so", ElfFile.read(edited).needed().get(0));
            assertEquals(List.of(), ElfComplaints.about(edited));
        } catch (ElfRefusedException e) {
            assertTrue(String.valueOf(e.getMessage()).startsWith("it has no "), e.getMessage());
        }
    }

    private static Set<String> exports(byte[] library) throws ElfRefusedException {
        return ElfFile.read(library).symbols().stream()
                .filter(DynamicSymbol::isDefined)
                .map(DynamicSymbol::name)
                .collect(Collectors.toSet());
    }

    private static byte[] plain(Machine machine, ProcessAllocator allocator) {
        String replacing = allocator.resource(machine);
        return resource(replacing.replace(allocator.library(), "lib" + allocator.id() + ".so"));
    }

    private static byte[] replacing(Machine machine, ProcessAllocator allocator) {
        return resource(allocator.resource(machine));
    }

    private static byte[] resource(String path) {
        try (InputStream content = ClassLoader.getSystemResourceAsStream(path)) {
            return Objects.requireNonNull(content, path).readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
