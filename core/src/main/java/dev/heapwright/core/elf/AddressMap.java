package dev.heapwright.core.elf;

import java.util.List;

/** Where in the file something is whose address in memory is known. */
record AddressMap(List<ProgramHeader> segments) {
    AddressMap {
        segments = segments.stream().filter(ProgramHeader::isLoaded).toList();
    }

    /** {@return the position in the file of the bytes that are loaded to an address} */
    long position(long address, long size) throws ElfRefusedException {
        for (ProgramHeader segment : segments) {
            long offset = address - segment.address();
            if (offset >= 0 && size >= 0 && size <= segment.fileSize() && offset <= segment.fileSize() - size) {
                return segment.offset() + offset;
            }
        }
        throw ElfRefusedException.malformed("nothing is loaded to 0x" + Long.toHexString(address));
    }
}
