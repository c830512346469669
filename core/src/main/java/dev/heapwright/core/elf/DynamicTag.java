package dev.heapwright.core.elf;

/** The tags in a dynamic section that mean something here. */
final class DynamicTag {
    static final long NULL = 0;
    static final long NEEDED = 1;
    static final long HASH = 4;
    static final long STRING_TABLE = 5;
    static final long SYMBOL_TABLE = 6;
    static final long STRING_TABLE_SIZE = 10;
    static final long SYMBOL_SIZE = 11;
    static final long SO_NAME = 14;
    static final long RPATH = 15;
    static final long RUNPATH = 29;
    static final long GNU_HASH = 0x6FFFFEF5L;
    static final long VERSION_DEFINITIONS = 0x6FFFFFFCL;

    private DynamicTag() {}
}
