package dev.heapwright.processor;

import dev.heapwright.testing.AllocatorSource;
import org.junit.jupiter.api.Test;

class FunctionDeclarationTest {
    @Test
    void aFunctionThatIsNotPublicIsRefused() {
        Compilation.assertRefused(
                """
                PoolAllocator.java:9:5: error: [Heapwright/WrongSignature] com.acme.PoolAllocator.usableSize is not public
                      - protected static long usableSize(long size, long align)
                      + public static long usableSize(long size, long align)
                    help: declare it as shown
                    more: mvn dev.heapwright:heapwright-maven-plugin:explain -Did=WrongSignature
                """,
                AllocatorSource.named("com.acme.PoolAllocator")
                        .replacing(
                                "usableSize",
                                "protected static long usableSize(long size, long align) { return size; }")
                        .text());
    }

    @Test
    void aFunctionWithoutModifiersIsRefused() {
        Compilation.assertRefused(
                """
                PoolAllocator.java:5:10: error: [Heapwright/WrongSignature] com.acme.PoolAllocator.allocate is not public
                      - long allocate(long size, long align)
                      + public static long allocate(long size, long align)
                    help: declare it as shown
                    more: mvn dev.heapwright:heapwright-maven-plugin:explain -Did=WrongSignature
                """,
                AllocatorSource.named("com.acme.PoolAllocator")
                        .replacing("allocate", "long allocate(long size, long align) { return 0; }")
                        .text());
    }

    @Test
    void aMissingModifierIsNotReportedAtAnAnnotation() {
        Compilation.assertRefused(
                """
                PoolAllocator.java:5:22: error: [Heapwright/WrongSignature] com.acme.PoolAllocator.allocate is not public
                      - long allocate(long size, long align)
                      + public static long allocate(long size, long align)
                    help: declare it as shown
                    more: mvn dev.heapwright:heapwright-maven-plugin:explain -Did=WrongSignature
                """,
                AllocatorSource.named("com.acme.PoolAllocator")
                        .replacing("allocate", "@Deprecated long allocate(long size, long align) { return 0; }")
                        .text());
    }

    @Test
    void theFirstCheckedExceptionIsShownWhereverItStands() {
        Compilation.assertRefused(
                """
                PoolAllocator.java:5:70: error: [Heapwright/WrongSignature] com.acme.PoolAllocator.allocate declares the checked exception java.lang.InterruptedException
                      - public static long allocate(long size, long align) throws Error, InterruptedException
                      + public static long allocate(long size, long align) throws Error
                    help: declare it as shown
                          handle the exception in the body: try { ... } catch (java.lang.InterruptedException e) { return 0; }
                    more: mvn dev.heapwright:heapwright-maven-plugin:explain -Did=WrongSignature
                """,
                AllocatorSource.named("com.acme.PoolAllocator")
                        .replacing(
                                "allocate",
                                "public static long allocate(long size, long align) throws Error, InterruptedException { return 0; }")
                        .text());
    }

    @Test
    void aFunctionThatIsNotStaticIsRefused() {
        Compilation.assertRefused(
                """
                PoolAllocator.java:7:5: error: [Heapwright/WrongSignature] com.acme.PoolAllocator.reallocate is not static
                      - public long reallocate(long address, long oldSize, long size, long align)
                      + public static long reallocate(long address, long oldSize, long size, long align)
                    help: declare it as shown
                    more: mvn dev.heapwright:heapwright-maven-plugin:explain -Did=WrongSignature
                """,
                AllocatorSource.named("com.acme.PoolAllocator")
                        .replacing(
                                "reallocate",
                                "public long reallocate(long address, long oldSize, long size, long align) { return 0; }")
                        .text());
    }

    @Test
    void aFunctionWithTypeParametersIsRefused() {
        Compilation.assertRefused(
                """
                PoolAllocator.java:5:20: error: [Heapwright/WrongSignature] com.acme.PoolAllocator.allocate has type parameters
                      - public static <T> long allocate(long size, long align)
                      + public static long allocate(long size, long align)
                    help: declare it as shown
                    more: mvn dev.heapwright:heapwright-maven-plugin:explain -Did=WrongSignature
                """,
                AllocatorSource.named("com.acme.PoolAllocator")
                        .replacing("allocate", "public static <T> long allocate(long size, long align) { return 0; }")
                        .text());
    }

    @Test
    void aFunctionThatReturnsAnotherTypeIsRefused() {
        Compilation.assertRefused(
                """
                PoolAllocator.java:8:19: error: [Heapwright/WrongSignature] com.acme.PoolAllocator.reallocateInplace returns boolean, must return long
                      - public static boolean reallocateInplace(long address, long oldSize, long size, long align)
                      + public static long reallocateInplace(long address, long oldSize, long size, long align)
                    help: declare it as shown
                    more: mvn dev.heapwright:heapwright-maven-plugin:explain -Did=WrongSignature
                """,
                AllocatorSource.named("com.acme.PoolAllocator")
                        .replacing(
                                "reallocateInplace",
                                "public static boolean reallocateInplace(long address, long oldSize, long size, long align) { return false; }")
                        .text());
    }

    @Test
    void aFunctionThatReturnsABoxedTypeIsRefused() {
        Compilation.assertRefused(
                """
                PoolAllocator.java:5:19: error: [Heapwright/WrongSignature] com.acme.PoolAllocator.allocate returns java.lang.Long, must return long
                      - public static Long allocate(long size, long align)
                      + public static long allocate(long size, long align)
                    help: declare it as shown
                    more: mvn dev.heapwright:heapwright-maven-plugin:explain -Did=WrongSignature
                """,
                AllocatorSource.named("com.acme.PoolAllocator")
                        .replacing("allocate", "public static Long allocate(long size, long align) { return 0L; }")
                        .text());
    }

    @Test
    void aDeallocateThatReturnsSomethingIsRefused() {
        Compilation.assertRefused(
                """
                PoolAllocator.java:6:19: error: [Heapwright/WrongSignature] com.acme.PoolAllocator.deallocate returns long, must return void
                      - public static long deallocate(long address, long oldSize, long align)
                      + public static void deallocate(long address, long oldSize, long align)
                    help: declare it as shown
                    more: mvn dev.heapwright:heapwright-maven-plugin:explain -Did=WrongSignature
                """,
                AllocatorSource.named("com.acme.PoolAllocator")
                        .replacing(
                                "deallocate",
                                "public static long deallocate(long address, long oldSize, long align) { return 0; }")
                        .text());
    }

    @Test
    void aFunctionThatReturnsNothingIsRefused() {
        Compilation.assertRefused(
                """
                PoolAllocator.java:9:19: error: [Heapwright/WrongSignature] com.acme.PoolAllocator.usableSize returns void, must return long
                      - public static void usableSize(long size, long align)
                      + public static long usableSize(long size, long align)
                    help: declare it as shown
                    more: mvn dev.heapwright:heapwright-maven-plugin:explain -Did=WrongSignature
                """,
                AllocatorSource.named("com.acme.PoolAllocator")
                        .replacing("usableSize", "public static void usableSize(long size, long align) {}")
                        .text());
    }

    @Test
    void aFunctionThatDeclaresACheckedExceptionIsRefused() {
        Compilation.assertRefused(
                """
                PoolAllocator.java:6:89: error: [Heapwright/WrongSignature] com.acme.PoolAllocator.deallocate declares the checked exception java.io.IOException
                      - public static void deallocate(long address, long oldSize, long align) throws java.io.IOException
                      + public static void deallocate(long address, long oldSize, long align)
                    help: declare it as shown
                          handle the exception in the body: try { ... } catch (java.io.IOException e) { throw new AssertionError(e); }
                    more: mvn dev.heapwright:heapwright-maven-plugin:explain -Did=WrongSignature
                """,
                AllocatorSource.named("com.acme.PoolAllocator")
                        .replacing(
                                "deallocate",
                                "public static void deallocate(long address, long oldSize, long align) throws java.io.IOException {}")
                        .text());
    }

    @Test
    void onlyTheCheckedAmongTheDeclaredExceptionsAreNamed() {
        Compilation.assertRefused("""
                PoolAllocator.java:7:63: error: [Heapwright/WrongSignature] com.acme.PoolAllocator.allocate declares the checked exceptions java.lang.InterruptedException, com.acme.Full
                      - public static long allocate(long size, long align) throws InterruptedException, OutOfMemoryError, Full
                      + public static long allocate(long size, long align) throws OutOfMemoryError
                    help: declare it as shown
                          handle the exception in the body: try { ... } catch (java.lang.InterruptedException | com.acme.Full e) { return 0; }
                    more: mvn dev.heapwright:heapwright-maven-plugin:explain -Did=WrongSignature
                """, """
                package com.acme;

                import dev.heapwright.annotations.Allocator;

                @Allocator
                public final class PoolAllocator {
                    public static long allocate(long size, long align) throws InterruptedException, OutOfMemoryError, Full { return 0; }
                    public static void deallocate(long address, long oldSize, long align) {}
                    public static long reallocate(long address, long oldSize, long size, long align) { return 0; }
                    public static long reallocateInplace(long address, long oldSize, long size, long align) { return 0; }
                    public static long usableSize(long size, long align) { return size; }
                }

                class Full extends Exception {
                    private static final long serialVersionUID = 1;
                }
                """);
    }

    @Test
    void aClassThatWasWrittenToBeInstantiatedIsOneError() {
        Compilation.assertRefused("""
                PoolAllocator.java:7:5: error: [Heapwright/WrongSignature] com.acme.PoolAllocator has 4 functions that are not static; an allocator is never instantiated
                      - public final long allocate(int bytes, int alignment)
                      + public static final long allocate(long bytes, long alignment)
                      - void deallocate(long address, long oldSize, long align) throws java.io.IOException, java.lang.IllegalStateException
                      + public static void deallocate(long address, long oldSize, long align) throws java.lang.IllegalStateException
                      - public long reallocate(long address, long size, long align)
                      + public static long reallocate(long address, long oldSize, long size, long align)
                      - public long reallocateInplace(long address, long oldSize, long... sizes)
                      + public static long reallocateInplace(long address, long oldSize, long size, long align)
                    help: declare them as shown, and make the fields that they use static
                          handle the exception in the body: try { ... } catch (java.io.IOException e) { throw new AssertionError(e); }
                    more: mvn dev.heapwright:heapwright-maven-plugin:explain -Did=WrongSignature
                PoolAllocator.java:11:19: error: [Heapwright/WrongSignature] com.acme.PoolAllocator.usableSize returns int, must return long
                      - public static int usableSize(long size, long align)
                      + public static long usableSize(long size, long align)
                    help: declare it as shown
                    more: mvn dev.heapwright:heapwright-maven-plugin:explain -Did=WrongSignature
                """, """
                package com.acme;

                @dev.heapwright.annotations.Allocator
                public class PoolAllocator {
                    private int used;

                    public final long allocate(int bytes, int alignment) { return used++; }
                    void deallocate(long address, long oldSize, long align) throws java.io.IOException, java.lang.IllegalStateException {}
                    public long reallocate(long address, long size, long align) { return 0; }
                    public long reallocateInplace(long address, long oldSize, long... sizes) { return 0; }
                    public static int usableSize(long size, long align) { return 0; }
                }
                """);
    }

    @Test
    void anOverloadWithTheRightNumberOfParametersIsNearer() {
        Compilation.assertRefused(
                """
                PoolAllocator.java:6:5: error: [Heapwright/WrongSignature] com.acme.PoolAllocator.allocate is not public
                      - static long allocate(int size, int align)
                      + public static long allocate(long size, long align)
                    help: declare it as shown
                    more: mvn dev.heapwright:heapwright-maven-plugin:explain -Did=WrongSignature
                """,
                AllocatorSource.named("com.acme.PoolAllocator")
                        .replacing("allocate", """
                        public static long allocate(long size) { return 0; }
                        static long allocate(int size, int align) { return 0; }
                        """)
                        .text());
    }
}
