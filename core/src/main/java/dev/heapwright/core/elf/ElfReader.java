package dev.heapwright.core.elf;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * A file as it was read, with what editing it needs.
 *
 * @param dynamic its dynamic section; empty if it is not linked when it is loaded
 */
record ElfReader(ElfHeader header, ElfFile file, AddressMap addresses, Optional<DynamicSection> dynamic) {

    static ElfReader read(ElfBytes bytes) throws ElfRefusedException {
        ElfHeader header = ElfHeader.read(bytes);
        List<ProgramHeader> segments = ProgramHeader.readAll(bytes, header);
        List<SectionHeader> sections = SectionHeader.readAll(bytes, header);
        AddressMap addresses = new AddressMap(segments);
        Optional<DynamicSection> dynamic = DynamicSection.read(bytes, segments);
        ElfFile file = new ElfFile(
                header.machine(),
                segments,
                sections,
                interpreter(bytes, segments),
                names(dynamic, DynamicTag.SO_NAME).stream().findFirst(),
                names(dynamic, DynamicTag.NEEDED),
                runPath(dynamic),
                dynamic.isPresent() ? DynamicSymbol.readAll(bytes, dynamic.get(), addresses, sections) : List.of());
        return new ElfReader(header, file, addresses, dynamic);
    }

    private static Optional<String> interpreter(ElfBytes bytes, List<ProgramHeader> segments)
            throws ElfRefusedException {
        for (ProgramHeader segment : segments) {
            if (segment.type() == ProgramHeader.INTERPRETER) {
                return Optional.of(bytes.name(segment.offset(), segment.end()));
            }
        }
        return Optional.empty();
    }

    /** The newer of two tags replaces the older. */
    private static Optional<String> runPath(Optional<DynamicSection> dynamic) throws ElfRefusedException {
        Optional<String> newer = names(dynamic, DynamicTag.RUNPATH).stream().findFirst();
        return newer.isPresent()
                ? newer
                : names(dynamic, DynamicTag.RPATH).stream().findFirst();
    }

    private static List<String> names(Optional<DynamicSection> dynamic, long tag) throws ElfRefusedException {
        return dynamic.isPresent() ? dynamic.get().names(tag) : List.of();
    }

    /**
     * {@return the bytes of a file that has been edited}
     *
     * @param expected whether they say what they are to say
     * @throws ElfRefusedException if they do not, because parts of the file overlap that never do
     */
    static byte[] verified(ElfBytes edited, Predicate<ElfFile> expected) throws ElfRefusedException {
        if (!expected.test(read(edited).file)) {
            throw ElfRefusedException.malformed("its parts overlap");
        }
        return edited.toArray();
    }

    /** {@return the dynamic section of a file that is to be edited} */
    DynamicSection editable() throws ElfRefusedException {
        if (file.machine().isEmpty()) {
            throw new ElfRefusedException(
                    ElfRefusal.UNSUPPORTED_MACHINE, "it is for a processor other than x64, arm64, riscv64 and ppc64le");
        }
        return dynamic.orElseThrow(
                () -> new ElfRefusedException(ElfRefusal.NOT_DYNAMIC, "it is linked statically, or not linked"));
    }

    /** {@return the section at an address; empty if the file has been stripped of its sections} */
    Optional<SectionHeader> section(long type, long address) throws ElfRefusedException {
        if (file.sections().isEmpty()) {
            return Optional.empty();
        }
        List<SectionHeader> found = file.sections().stream()
                .filter(section -> section.type() == type && section.address() == address)
                .toList();
        if (found.size() != 1) {
            throw ElfRefusedException.malformed("its sections differ from its dynamic section");
        }
        return Optional.of(found.get(0));
    }
}
