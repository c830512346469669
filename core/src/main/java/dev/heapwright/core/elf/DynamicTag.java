package dev.heapwright.core.elf;

import java.util.Set;

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
    static final long VERSIONS_NEEDED = 0x6FFFFFFEL;

    /** Those whose values are offsets in the names. */
    static final Set<Long> NAMES = Set.of(
            NEEDED,
            SO_NAME,
            RPATH,
            RUNPATH,
            // DT_CONFIG, DT_DEPAUDIT, DT_AUDIT, DT_AUXILIARY, DT_FILTER.
            0x6FFFFEFAL,
            0x6FFFFEFBL,
            0x6FFFFEFCL,
            0x7FFFFFFDL,
            0x7FFFFFFFL);

    private DynamicTag() {}
}
