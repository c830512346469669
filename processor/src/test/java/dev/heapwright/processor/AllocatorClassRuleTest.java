package dev.heapwright.processor;

import dev.heapwright.testing.AllocatorSource;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AllocatorClassRuleTest {
    private static final String FUNCTIONS =
            AllocatorSource.named("com.acme.Pool").body();

    @Test
    void aPublicStaticNestedClassIsAcceptedAndItsMarkerHasBothSpellings() {
        Compilation.assertAccepted(List.of("""
                        META-INF/heapwright/allocator/com.acme.Pool$Inner$Allocator
                        contract=1
                        name=com.acme.Pool.Inner.Allocator
                        """), """
                package com.acme;

                public final class Pool {
                    public static final class Inner {
                        @dev.heapwright.annotations.Allocator
                        public static final class Allocator {
                %s
                        }
                    }
                }
                """.formatted(FUNCTIONS));
    }

    @Test
    void aClassNestedInAnInterfaceIsImplicitlyPublicAndStatic() {
        Compilation.assertAccepted(List.of("""
                        META-INF/heapwright/allocator/com.acme.Pool$Allocator
                        contract=1
                        name=com.acme.Pool.Allocator
                        """), """
                package com.acme;

                public interface Pool {
                    @dev.heapwright.annotations.Allocator
                    final class Allocator {
                %s
                    }
                }
                """.formatted(FUNCTIONS));
    }

    @Test
    void namesMayHaveDollarsAndLettersOfAnyScript() {
        Compilation.assertAccepted(List.of("""
                        META-INF/heapwright/allocator/com.acme.größe.Speicher$为$
                        contract=1
                        name=com.acme.größe.Speicher$为$
                        """), """
                package com.acme.größe;

                @dev.heapwright.annotations.Allocator
                public final class Speicher$为$ {
                %s
                }
                """.formatted(FUNCTIONS));
    }

    @Test
    void aClassThatIsNotPublicIsRefused() {
        Compilation.assertRefused("""
                PoolAllocator.java:4:7: error: [Heapwright/NotAnAllocatorClass] com.acme.PoolAllocator cannot be an allocator: it is not public
                    help: make it public: glue in another package calls it
                    more: mvn dev.heapwright:heapwright-maven-plugin:explain -Did=NotAnAllocatorClass
                """, """
                package com.acme;

                @dev.heapwright.annotations.Allocator
                final class PoolAllocator {
                %s
                }
                """.formatted(FUNCTIONS));
    }

    @Test
    void anAbstractClassIsRefused() {
        Compilation.assertRefused("""
                PoolAllocator.java:4:17: error: [Heapwright/NotAnAllocatorClass] com.acme.PoolAllocator cannot be an allocator: it is abstract
                    help: make it final instead of abstract
                    more: mvn dev.heapwright:heapwright-maven-plugin:explain -Did=NotAnAllocatorClass
                """, """
                package com.acme;

                @dev.heapwright.annotations.Allocator
                public abstract class PoolAllocator {
                %s
                }
                """.formatted(FUNCTIONS));
    }

    @Test
    void aGenericClassIsRefused() {
        Compilation.assertRefused("""
                PoolAllocator.java:4:14: error: [Heapwright/NotAnAllocatorClass] com.acme.PoolAllocator cannot be an allocator: it has type parameters
                    help: remove its type parameters
                    more: mvn dev.heapwright:heapwright-maven-plugin:explain -Did=NotAnAllocatorClass
                """, """
                package com.acme;

                @dev.heapwright.annotations.Allocator
                public final class PoolAllocator<T> {
                %s
                }
                """.formatted(FUNCTIONS));
    }

    @Test
    void aClassInNoPackageIsRefused() {
        Compilation.assertRefused("""
                PoolAllocator.java:2:14: error: [Heapwright/NotAnAllocatorClass] PoolAllocator cannot be an allocator: it is in the unnamed package
                    help: move it to a package, such as com.acme
                    more: mvn dev.heapwright:heapwright-maven-plugin:explain -Did=NotAnAllocatorClass
                """, """
                @dev.heapwright.annotations.Allocator
                public final class PoolAllocator {
                %s
                }
                """.formatted(FUNCTIONS));
    }

    @Test
    void anInnerClassIsRefused() {
        Compilation.assertRefused("""
                Pool.java:5:18: error: [Heapwright/NotAnAllocatorClass] com.acme.Pool.Allocator cannot be an allocator: it is an inner class, not a static one
                    help: make it static
                    more: mvn dev.heapwright:heapwright-maven-plugin:explain -Did=NotAnAllocatorClass
                """, """
                package com.acme;

                public final class Pool {
                    @dev.heapwright.annotations.Allocator
                    public final class Allocator {
                %s
                    }
                }
                """.formatted(FUNCTIONS));
    }

    @Test
    void aPrivateNestedClassIsRefused() {
        Compilation.assertRefused("""
                Pool.java:5:26: error: [Heapwright/NotAnAllocatorClass] com.acme.Pool.Allocator cannot be an allocator: it is not public
                    help: make it public: glue in another package calls it
                    more: mvn dev.heapwright:heapwright-maven-plugin:explain -Did=NotAnAllocatorClass
                """, """
                package com.acme;

                public final class Pool {
                    @dev.heapwright.annotations.Allocator
                    private static final class Allocator {
                %s
                    }
                }
                """.formatted(FUNCTIONS));
    }

    @Test
    void everyEnclosingClassThatIsNotPublicIsNamed() {
        Compilation.assertRefused("""
                Pool.java:6:29: error: [Heapwright/NotAnAllocatorClass] com.acme.Pool.Inner.Allocator cannot be an allocator: it is nested in com.acme.Pool.Inner, which is not public
                      and it is nested in com.acme.Pool, which is not public
                    help: make com.acme.Pool.Inner public
                          make com.acme.Pool public
                    more: mvn dev.heapwright:heapwright-maven-plugin:explain -Did=NotAnAllocatorClass
                """, """
                package com.acme;

                final class Pool {
                    protected static final class Inner {
                        @dev.heapwright.annotations.Allocator
                        public static final class Allocator {
                %s
                        }
                    }
                }
                """.formatted(FUNCTIONS));
    }

    @Test
    void allProblemsOfAClassAreOneError() {
        Compilation.assertRefused("""
                Pool.java:3:14: error: [Heapwright/NotAnAllocatorClass] Pool.Allocator cannot be an allocator: it is in the unnamed package
                      and it is not public
                      and it is abstract
                      and it is an inner class, not a static one
                      and it has type parameters
                      and it is nested in Pool, which is not public
                    help: move it to a package, such as com.acme
                          make it public: glue in another package calls it
                          make it final instead of abstract
                          make it static
                          remove its type parameters
                          make Pool public
                    more: mvn dev.heapwright:heapwright-maven-plugin:explain -Did=NotAnAllocatorClass
                """, """
                class Pool {
                    @dev.heapwright.annotations.Allocator
                    abstract class Allocator<T> {
                %s
                    }
                }
                """.formatted(FUNCTIONS));
    }

    @ParameterizedTest
    @CsvSource({
        "public interface, an interface, 8",
        "public @interface, an annotation interface, 9",
        "public enum, an enum, 8",
        "public record, a record, 8",
    })
    void whatIsNoClassIsRefusedWhateverFunctionsItHas(String keywords, String kind, int column) {
        Compilation.assertRefused(
                """
                PoolAllocator.java:4:%d: error: [Heapwright/NotAnAllocatorClass] com.acme.PoolAllocator cannot be an allocator: it is %s
                    help: declare it as a class: it is never instantiated or implemented
                    more: mvn dev.heapwright:heapwright-maven-plugin:explain -Did=NotAnAllocatorClass
                """.formatted(column, kind), """
                package com.acme;

                @dev.heapwright.annotations.Allocator
                %s PoolAllocator%s {}
                """.formatted(keywords, keywords.endsWith("record") ? "()" : ""));
    }

    @Test
    void problemsOfTheClassAndOfItsFunctionsAreReportedTogether() {
        Compilation.assertRefused(
                """
                PoolAllocator.java:4:17: error: [Heapwright/NotAnAllocatorClass] com.acme.PoolAllocator cannot be an allocator: it is abstract
                    help: make it final instead of abstract
                    more: mvn dev.heapwright:heapwright-maven-plugin:explain -Did=NotAnAllocatorClass
                PoolAllocator.java:9:5: error: [Heapwright/WrongSignature] com.acme.PoolAllocator.usableSize is not static
                      - public abstract long usableSize(long size, long align);
                      + public static long usableSize(long size, long align) { throw new UnsupportedOperationException("usableSize"); }
                    help: declare it as shown
                    more: mvn dev.heapwright:heapwright-maven-plugin:explain -Did=WrongSignature
                """,
                AllocatorSource.named("com.acme.PoolAllocator")
                        .declared("public abstract class PoolAllocator")
                        .replacing("usableSize", "public abstract long usableSize(long size, long align);")
                        .text());
    }
}
