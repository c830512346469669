package dev.heapwright.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.testing.compile.Compilation;
import java.util.List;
import org.junit.jupiter.api.Test;

class FunctionRuleTest {
    @Test
    void anAllocatorWithAllFunctionsIsAcceptedAndMarked() {
        Compilation compilation = Compilations.compile("""
                package com.acme;

                import dev.heapwright.annotations.Allocator;

                @Allocator
                public final class PoolAllocator {
                    public static long allocate(long size, long align) { return 0; }
                    public static void deallocate(long address, long oldSize, long align) {}
                    public static long reallocate(long address, long oldSize, long size, long align) { return 0; }
                    public static long reallocateInplace(long address, long oldSize, long size, long align) { return 0; }
                    public static native long usableSize(long size, long align);
                }
                """);
        assertEquals("", Compilations.messages(compilation));
        assertEquals(
                List.of(
                        "META-INF/heapwright/allocator/com.acme.PoolAllocator\ncontract=1\nname=com.acme.PoolAllocator\n"),
                Compilations.markers(compilation));
    }

    @Test
    void everythingWrongIsReportedAtOnceInSourceOrder() {
        Compilation compilation = Compilations.compile("""
                package com.acme;

                import dev.heapwright.annotations.Allocator;

                @Allocator
                public final class PoolAllocator {
                    public static long usableSize(long... size) throws java.io.IOException { return 0; }
                    public long reallocate(long address, long oldSize, long size, long align) { return 0; }
                    public static int allocate(long size, int align) { return 0; }
                }
                """);
        assertEquals("", Compilations.messages(compilation));
        assertEquals(List.of(), Compilations.markers(compilation));
    }
}
