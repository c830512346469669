package dev.heapwright.core.elf;

import java.util.List;
import java.util.Optional;

/**
 * A 64-bit little-endian ELF file: a program or a shared library.
 *
 * @param machine whose code it contains; empty if it is one that is not known here
 * @param segments its parts in memory
 * @param sections its parts for tools; empty if it has been stripped of them
 * @param interpreter path of the dynamic linker; empty if it is not a program that has one
 * @param soName the name by which others need it; empty if there is none
 * @param needed the names of the libraries that it needs, in the order in which they are loaded and searched
 * @param runPath where it looks for them, such as {@code $ORIGIN/../lib}; empty where the system's configuration says
 * @param symbols what it exports and imports
 */
public record ElfFile(
        Optional<Machine> machine,
        List<ProgramHeader> segments,
        List<SectionHeader> sections,
        Optional<String> interpreter,
        Optional<String> soName,
        List<String> needed,
        Optional<String> runPath,
        List<DynamicSymbol> symbols) {

    /** Copies the lists. */
    public ElfFile {
        segments = List.copyOf(segments);
        sections = List.copyOf(sections);
        needed = List.copyOf(needed);
        symbols = List.copyOf(symbols);
    }

    /**
     * {@return whether a file is an ELF file, of whatever processor}
     *
     * @param start the first bytes of the file: 4 are enough
     */
    public static boolean isStart(byte[] start) {
        return start.length >= 4 && start[0] == 0x7F && start[1] == 'E' && start[2] == 'L' && start[3] == 'F';
    }

    /**
     * Reads a file.
     *
     * @param bytes of the file, which need not be trusted
     * @return what it contains
     * @throws ElfRefusedException if it is not such a file, or contradicts itself
     */
    public static ElfFile read(byte[] bytes) throws ElfRefusedException {
        return ElfReader.read(new ElfBytes(bytes)).file();
    }

    /**
     * {@return whether a symbol of this name is exported}
     *
     * @param name such as {@code malloc}
     */
    public boolean exports(String name) {
        return symbols.stream()
                .anyMatch(symbol -> symbol.isDefined() && symbol.name().equals(name));
    }
}
