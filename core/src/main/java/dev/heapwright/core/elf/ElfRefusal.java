package dev.heapwright.core.elf;

/** Why an ELF file is not read, or not edited. */
public enum ElfRefusal {
    /** It is not an ELF file. */
    NOT_ELF,
    /** It is an ELF file, but not a 64-bit, little-endian one of version 1. */
    UNSUPPORTED_FORMAT,
    /** It contradicts itself, or is truncated. */
    MALFORMED,
    /** It is for a processor on which editing was never tried. */
    UNSUPPORTED_MACHINE,
    /** It has no dynamic section: it is not linked when it is loaded. */
    NOT_DYNAMIC,
    /** Its exported names are in a hash table other than the GNU one, which would have to be rewritten, too. */
    UNSUPPORTED_HASH,
    /** Its exported names have versions, so that a function with a new name would not be found. */
    VERSIONED_EXPORTS,
    /** It does not export any of the functions to rename. */
    NOTHING_TO_RENAME,
    /** A new name is that of another symbol. */
    NAME_TAKEN,
    /** It needs the library already, but loads another one first. */
    NEEDED_LATER,
    /** There is no spare entry in its dynamic section. */
    NO_SPARE_ENTRY,
    /** There is no unused room where a name could be added. */
    NO_SPARE_ROOM
}
