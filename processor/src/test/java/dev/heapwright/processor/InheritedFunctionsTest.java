package dev.heapwright.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.heapwright.testing.AllocatorSource;
import java.util.List;
import org.junit.jupiter.api.Test;

/** An allocator that extends the class with its functions: they do not count, but they can be called. */
class InheritedFunctionsTest {
    private static final List<String> MARKER =
            List.of("META-INF/heapwright/allocator/com.acme.Pool\ncontract=1\nname=com.acme.Pool\n");
    private static final AllocatorSource BASE =
            AllocatorSource.named("com.acme.Base").declared("public class Base").annotated("");
    private static final String POOL = """
            package com.acme;

            @dev.heapwright.annotations.Allocator
            public class Pool extends Base {
            }
            """;

    @Test
    void theClassThatHasAllIsToBeAnnotatedOrCalled() {
        Compilation.assertRefused("""
                Pool.java:4:8: error: [Heapwright/MissingFunction] allocator com.acme.Pool is missing 5 required functions
                      public static long allocate(long size, long align) { return com.acme.Base.allocate(size, align); }
                      public static void deallocate(long address, long oldSize, long align) { com.acme.Base.deallocate(address, oldSize, align); }
                      public static long reallocate(long address, long oldSize, long size, long align) { return com.acme.Base.reallocate(address, oldSize, size, align); }
                      public static long reallocateInplace(long address, long oldSize, long size, long align) { return com.acme.Base.reallocateInplace(address, oldSize, size, align); }
                      public static long usableSize(long size, long align) { return com.acme.Base.usableSize(size, align); }
                    help: com.acme.Base has all five, but inherited functions do not count:
                          annotate that class instead, or declare them here and forward to it as shown
                    more: mvn dev.heapwright:heapwright-maven-plugin:explain -Did=MissingFunction
                """, POOL, BASE.text());
        assertForwarding(POOL, BASE.text());
        Compilation.assertAccepted(
                List.of("META-INF/heapwright/allocator/com.acme.Base\ncontract=1\nname=com.acme.Base\n"),
                POOL.replace("@dev.heapwright.annotations.Allocator", ""),
                BASE.annotated("@dev.heapwright.annotations.Allocator").text());
    }

    @Test
    void aClassThatCannotBeAnAllocatorIsOnlyToBeCalled() {
        String base = BASE.declared("abstract class Base").text();
        assertHelp(
                "inherited functions do not count: declare them here and forward to com.acme.Base as shown",
                POOL,
                base);
        assertForwarding(POOL, base);
    }

    @Test
    void whatIsNotInheritedIsToBeWritten() {
        String[] bases = {
            BASE.without("usableSize")
                    .replacing("allocate", "private static long allocate(long size, long align) { return 0; }")
                    .replacing(
                            "deallocate", "protected static void deallocate(long address, long oldSize, long align) {}")
                    .replacing(
                            "reallocate",
                            "static long reallocate(long address, long oldSize, long size, long align) { return 0; }")
                    .replacing(
                            "reallocateInplace",
                            "public long reallocateInplace(long address, long oldSize, long size, long align) { return 0; }")
                    .declared("class Root")
                    .text(),
            BASE.withMembers(List.of()).declared("class Base extends Root").text()
        };
        String pool = POOL.replace("}", "    static long malloc(long size, long align) { return 0; }\n}");
        Compilation.assertRefused("""
                Pool.java:4:8: error: [Heapwright/MissingFunction] allocator com.acme.Pool is missing 5 required functions
                      public static long allocate(long size, long align) { throw new UnsupportedOperationException("allocate"); }
                        // line 5: malloc looks like this function; rename it to allocate
                      public static void deallocate(long address, long oldSize, long align) { com.acme.Base.deallocate(address, oldSize, align); }
                      public static long reallocate(long address, long oldSize, long size, long align) { return com.acme.Base.reallocate(address, oldSize, size, align); }
                      public static long reallocateInplace(long address, long oldSize, long size, long align) { throw new UnsupportedOperationException("reallocateInplace"); }
                      public static long usableSize(long size, long align) { throw new UnsupportedOperationException("usableSize"); }
                    help: inherited functions do not count: declare them here and forward to com.acme.Base as shown
                          add the others with exactly these signatures and your own bodies, or rename as suggested
                    more: mvn dev.heapwright:heapwright-maven-plugin:explain -Did=MissingFunction
                """, pool, bases[0], bases[1]);
    }

    @Test
    void aFunctionThatAnotherPackageHidesIsNotInherited() {
        assertHelp(
                "add it with exactly this signature and your own body",
                POOL.replace(
                                "}",
                                AllocatorSource.named("com.acme.Pool")
                                                .without("allocate")
                                                .body() + "}")
                        .replace("extends Base", "extends com.acme.base.Base"),
                """
                package com.acme.base;

                public class Base {
                    static long allocate(long size, long align) { return 0; }
                }
                """);
    }

    private static void assertHelp(String help, String... sources) {
        String messages = Compilation.of(sources).messages();
        assertEquals(
                List.of("help: " + help),
                messages.lines()
                        .map(String::strip)
                        .filter(line -> line.startsWith("help: "))
                        .toList(),
                messages);
    }

    private static void assertForwarding(String pool, String base) {
        String messages = Compilation.of(pool, base).messages();
        Compilation.assertAccepted(MARKER, Advice.followed(pool, messages), base);
    }
}
