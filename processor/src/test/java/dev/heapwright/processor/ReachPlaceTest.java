package dev.heapwright.processor;

import static dev.heapwright.processor.ReachRuleTest.INDEX;
import static dev.heapwright.processor.ReachRuleTest.allocator;
import static dev.heapwright.processor.ReachRuleTest.message;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where a way is reported if other code refers to the same consumer. */
class ReachPlaceTest {
    private static final String[] FROM_FUNCTION = {"com.acme.Slab.allocate(long, long)", "com.acme.Index.add(long)"};
    private static final String[] FROM_INITIALISER = {"com.acme.Slab (static initialiser)", "com.acme.Index.add(long)"};

    @Test
    void aMethodOfTheSameNameInAnotherClassIsNotIt() {
        assertReported(
                5,
                79,
                FROM_FUNCTION,
                allocator("Util.add(size); Index.add(1);"),
                "package com.acme;\nclass Util { static void add(long size) {} }\n");
    }

    @Test
    void anImportedMethodIsReportedAtItsName() {
        assertReported(
                5,
                58,
                FROM_FUNCTION,
                allocator("add(1);")
                        .replace("package com.acme;\n\n", "package com.acme;\nimport static com.acme.Index.add;\n"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"static final long FIRST = Index.add(2);", "static { long first = Index.add(2); }"})
    void anInitialiserIsReportedRatherThanAMethodBeforeItThatIsNotCalled(String member) {
        assertReported(
                11,
                5 + member.indexOf(".add"),
                FROM_INITIALISER,
                allocator("", "static long debug() { return Index.add(1); }", member));
    }

    @Test
    void anInitialiserOfANestedClassIsAnotherOne() {
        String member = "static final long FIRST = Index.add(2);";
        assertReported(
                11,
                5 + member.indexOf(".add"),
                FROM_INITIALISER,
                allocator("", "static class Other { static long first = Index.add(1); }", member));
    }

    @Test
    void anAllocatorInAnotherClassIsReportedInTheFileOfThat() {
        assertEquals(
                message(
                                7,
                                63,
                                "com.acme.Index",
                                "com.acme.Program$Slab.allocate(long, long)",
                                "com.acme.Index.add(long)")
                        .replace("Slab.java", "Program.java")
                        .replace("allocator com.acme.Slab", "allocator com.acme.Program$Slab")
                        .replace("-> com.acme.Slab\n", "-> com.acme.Program$Slab\n"),
                Compilation.of(
                                """
                                package com.acme;

                                public final class Program {
                                """
                                        + allocator("Index.add(1);")
                                                .replaceFirst("(?s)^package com.acme;\n", "")
                                                .replace("public final", "public static final")
                                        + "}\n",
                                INDEX)
                        .messages());
    }

    @Test
    void anInitialiserOfASuperclassIsReportedAtTheNameOfThat() {
        assertReported(
                4,
                33,
                new String[] {
                    "com.acme.Slab (static initialiser)",
                    "com.acme.Base (static initialiser)",
                    "com.acme.Index.add(long)"
                },
                allocator("").replace("class Slab", "class Slab extends Base"),
                "package com.acme;\nclass Base { static long first = Index.add(1); }\n");
    }

    private static void assertReported(int line, int column, String[] way, String slab, String... others) {
        String[] sources = new String[others.length + 2];
        sources[0] = slab;
        sources[1] = INDEX;
        System.arraycopy(others, 0, sources, 2, others.length);
        assertEquals(
                message(line, column, "com.acme.Index", way),
                Compilation.of(sources).messages());
    }
}
