package dev.heapwright.core.bytecode;

/** The allocator that the tests in this package take and spoil. */
final class AllocatorSources {
    /** The five functions, as they stand in a class. */
    static final String FUNCTIONS = """
            public static long allocate(long size, long align) { return 0; }
            public static void deallocate(long address, long oldSize, long align) {}
            public static long reallocate(long address, long oldSize, long size, long align) { return 0; }
            public static long reallocateInplace(long address, long oldSize, long size, long align) { return 0; }
            public static long usableSize(long size, long align) { return size; }
            """;

    /** A right one: {@code com.acme.Pool}. */
    static final String TOP_LEVEL = """
            package com.acme;
            @dev.heapwright.annotations.Allocator
            public final class Pool {
            %s}
            """.formatted(FUNCTIONS);

    /** A right one: {@code com.acme.Outer$Pool}. */
    static final String NESTED = """
            package com.acme;
            public class Outer {
            @dev.heapwright.annotations.Allocator
            public static class Pool {
            %s}
            }
            """.formatted(FUNCTIONS);

    private AllocatorSources() {}
}
