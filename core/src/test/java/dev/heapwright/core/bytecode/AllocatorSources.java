package dev.heapwright.core.bytecode;

import dev.heapwright.testing.AllocatorSource;

/** The allocator that the tests in this package vary. */
final class AllocatorSources {
    /** The five functions, as source within a class. */
    static final String FUNCTIONS = AllocatorSource.named("com.acme.Pool").body();

    /** A correct one: {@code com.acme.Pool}. */
    static final String TOP_LEVEL = AllocatorSource.named("com.acme.Pool").text();

    /** A correct nested one: {@code com.acme.Outer$Pool}. */
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
