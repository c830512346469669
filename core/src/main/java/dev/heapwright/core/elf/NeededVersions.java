package dev.heapwright.core.elf;

import java.util.ArrayList;
import java.util.List;

/**
 * The versions of imported symbols that a file needs: a list of libraries, each with a list of versions. Each element has
 * the distance to the next one, which is 0 in the last.
 */
final class NeededVersions {
    private static final int ELEMENT_SIZE = 16;

    private NeededVersions() {}

    /** {@return the positions of the offsets in the names that are in the list} */
    static List<Long> namePositions(ElfBytes file, AddressMap addresses, long address) throws ElfRefusedException {
        List<Long> positions = new ArrayList<>();
        long library = addresses.position(address, ELEMENT_SIZE);
        long next;
        do {
            positions.add(library + 4);
            long version = library + file.unsignedInt(library + 8);
            for (int rest = file.unsignedShort(library + 2); rest > 0; rest--) {
                positions.add(version + 8);
                version += file.unsignedInt(version + 12);
            }
            // Lists that overlap would be longer.
            if (positions.size() > file.length() / ELEMENT_SIZE) {
                throw ElfRefusedException.malformed("its list of needed versions does not end");
            }
            next = file.unsignedInt(library + 12);
            library += next;
        } while (next > 0);
        return positions;
    }
}
