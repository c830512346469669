package dev.heapwright.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class MarkerWriterTest {
    private static final String MODULE = """
            @dev.heapwright.annotations.NeedsAllocator
            module com.acme {
                requires static dev.heapwright.annotations;
            }
            """;
    private static final String PACKAGE = """
            @dev.heapwright.annotations.NeedsAllocator
            package com.acme;
            """;

    @Test
    void aTypeOfAnyKindAndAccessMayNeedAnAllocator() {
        Compilation.assertAccepted(
                List.of(
                        "META-INF/heapwright/needs-allocator/com.acme.Index\ncontract=1\n",
                        "META-INF/heapwright/needs-allocator/com.acme.Index$Entry\ncontract=1\n",
                        "META-INF/heapwright/needs-allocator/com.acme.Index$Entry$Key\ncontract=1\n",
                        "META-INF/heapwright/needs-allocator/com.acme.Index$Store\ncontract=1\n"),
                """
                package com.acme;

                import dev.heapwright.annotations.NeedsAllocator;

                @NeedsAllocator
                abstract class Index<T> {
                    @NeedsAllocator
                    private record Entry(long address) {
                        @NeedsAllocator
                        enum Key {}
                    }

                    @NeedsAllocator
                    interface Store {}
                }
                """);
    }

    @Test
    void aClassInNoPackageMayNeedAnAllocator() {
        Compilation.assertAccepted(List.of("META-INF/heapwright/needs-allocator/Index\ncontract=1\n"), """
                @dev.heapwright.annotations.NeedsAllocator
                class Index {}
                """);
    }

    @Test
    void aPackageMayNeedAnAllocator() {
        Compilation.assertAccepted(List.of("META-INF/heapwright/needs-allocator/com.acme\ncontract=1\n"), PACKAGE);
    }

    @Test
    void aModuleMayNeedAnAllocator() {
        Compilation compilation = Compilation.ofModule(MODULE);
        assertEquals("", compilation.messages());
        assertEquals(List.of("META-INF/heapwright/needs-allocator/com.acme\ncontract=1\n"), compilation.markers());
    }

    @Test
    void aPackageAndAModuleOfTheSameNameShareTheirMarker() {
        Compilation compilation = Compilation.ofModule(MODULE, PACKAGE);
        assertEquals("", compilation.messages());
        assertEquals(List.of("META-INF/heapwright/needs-allocator/com.acme\ncontract=1\n"), compilation.markers());
    }

    @Test
    void markersAreTheSameInEveryCompilationAndOrder() {
        String index = """
                package com.acme;

                @dev.heapwright.annotations.NeedsAllocator
                public class Index {}
                """;
        assertEquals(
                Compilation.of(index, PACKAGE).markers(),
                Compilation.of(PACKAGE, index).markers());
        assertEquals(
                List.of(
                        "META-INF/heapwright/needs-allocator/com.acme\ncontract=1\n",
                        "META-INF/heapwright/needs-allocator/com.acme.Index\ncontract=1\n"),
                Compilation.of(index, PACKAGE).markers());
    }

    @Test
    void codeWithoutTheAnnotationsGetsNoMarker() {
        Compilation.assertAccepted(List.of(), """
                package com.acme;

                public class Index {
                    @Override
                    public String toString() {
                        return "";
                    }
                }
                """);
    }
}
