package dev.heapwright.processor;

import org.junit.jupiter.api.Test;

class FunctionDeclarationTest {
    @Test
    void aFunctionThatIsNotPublicIsRefused() {
        Compilation.assertRefused("""
                PoolAllocator.java:11:5: error: [Heapwright/WrongSignature] com.acme.PoolAllocator.usableSize is not public
                      required: public static long usableSize(long size, long align)
                      found:    protected static long usableSize(long size, long align)
                    help: declare it as required
                    more: mvn heapwright:explain -Did=WrongSignature
                """, """
                package com.acme;

                import dev.heapwright.annotations.Allocator;

                @Allocator
                public final class PoolAllocator {
                    public static long allocate(long size, long align) { return 0; }
                    public static void deallocate(long address, long oldSize, long align) {}
                    public static long reallocate(long address, long oldSize, long size, long align) { return 0; }
                    public static long reallocateInplace(long address, long oldSize, long size, long align) { return 0; }
                    protected static long usableSize(long size, long align) { return size; }
                }
                """);
    }

    @Test
    void aFunctionWithoutModifiersIsRefused() {
        Compilation.assertRefused("""
                PoolAllocator.java:7:10: error: [Heapwright/WrongSignature] com.acme.PoolAllocator.allocate is not public
                      required: public static long allocate(long size, long align)
                      found:    long allocate(long size, long align)
                      it also is not static
                    help: declare it as required
                    more: mvn heapwright:explain -Did=WrongSignature
                """, """
                package com.acme;

                import dev.heapwright.annotations.Allocator;

                @Allocator
                public final class PoolAllocator {
                    long allocate(long size, long align) { return 0; }
                    public static void deallocate(long address, long oldSize, long align) {}
                    public static long reallocate(long address, long oldSize, long size, long align) { return 0; }
                    public static long reallocateInplace(long address, long oldSize, long size, long align) { return 0; }
                    public static long usableSize(long size, long align) { return size; }
                }
                """);
    }

    @Test
    void anAnnotationIsNotWhereAModifierIsMissing() {
        Compilation.assertRefused("""
                PoolAllocator.java:7:22: error: [Heapwright/WrongSignature] com.acme.PoolAllocator.allocate is not public
                      required: public static long allocate(long size, long align)
                      found:    long allocate(long size, long align)
                      it also is not static
                    help: declare it as required
                    more: mvn heapwright:explain -Did=WrongSignature
                """, """
                package com.acme;

                import dev.heapwright.annotations.Allocator;

                @Allocator
                public final class PoolAllocator {
                    @Deprecated long allocate(long size, long align) { return 0; }
                    public static void deallocate(long address, long oldSize, long align) {}
                    public static long reallocate(long address, long oldSize, long size, long align) { return 0; }
                    public static long reallocateInplace(long address, long oldSize, long size, long align) { return 0; }
                    public static long usableSize(long size, long align) { return size; }
                }
                """);
    }

    @Test
    void theFirstCheckedExceptionIsShownWhereverItStands() {
        Compilation.assertRefused("""
                PoolAllocator.java:7:70: error: [Heapwright/WrongSignature] com.acme.PoolAllocator.allocate declares that it throws java.lang.InterruptedException
                      required: public static long allocate(long size, long align)
                      found:    public static long allocate(long size, long align) throws java.lang.Error, java.lang.InterruptedException
                    help: declare it as required
                    more: mvn heapwright:explain -Did=WrongSignature
                """, """
                package com.acme;

                import dev.heapwright.annotations.Allocator;

                @Allocator
                public final class PoolAllocator {
                    public static long allocate(long size, long align) throws Error, InterruptedException { return 0; }
                    public static void deallocate(long address, long oldSize, long align) {}
                    public static long reallocate(long address, long oldSize, long size, long align) { return 0; }
                    public static long reallocateInplace(long address, long oldSize, long size, long align) { return 0; }
                    public static long usableSize(long size, long align) { return size; }
                }
                """);
    }

    @Test
    void aFunctionThatIsNotStaticIsRefused() {
        Compilation.assertRefused("""
                PoolAllocator.java:9:5: error: [Heapwright/WrongSignature] com.acme.PoolAllocator.reallocate is not static
                      required: public static long reallocate(long address, long oldSize, long size, long align)
                      found:    public long reallocate(long address, long oldSize, long size, long align)
                    help: declare it as required
                    more: mvn heapwright:explain -Did=WrongSignature
                """, """
                package com.acme;

                import dev.heapwright.annotations.Allocator;

                @Allocator
                public final class PoolAllocator {
                    public static long allocate(long size, long align) { return 0; }
                    public static void deallocate(long address, long oldSize, long align) {}
                    public long reallocate(long address, long oldSize, long size, long align) { return 0; }
                    public static long reallocateInplace(long address, long oldSize, long size, long align) { return 0; }
                    public static long usableSize(long size, long align) { return size; }
                }
                """);
    }

    @Test
    void aFunctionWithTypeParametersIsRefused() {
        Compilation.assertRefused("""
                PoolAllocator.java:7:20: error: [Heapwright/WrongSignature] com.acme.PoolAllocator.allocate has type parameters
                      required: public static long allocate(long size, long align)
                      found:    public static <T> long allocate(long size, long align)
                    help: declare it as required
                    more: mvn heapwright:explain -Did=WrongSignature
                """, """
                package com.acme;

                import dev.heapwright.annotations.Allocator;

                @Allocator
                public final class PoolAllocator {
                    public static <T> long allocate(long size, long align) { return 0; }
                    public static void deallocate(long address, long oldSize, long align) {}
                    public static long reallocate(long address, long oldSize, long size, long align) { return 0; }
                    public static long reallocateInplace(long address, long oldSize, long size, long align) { return 0; }
                    public static long usableSize(long size, long align) { return size; }
                }
                """);
    }

    @Test
    void aFunctionThatReturnsAnotherTypeIsRefused() {
        Compilation.assertRefused("""
                PoolAllocator.java:10:19: error: [Heapwright/WrongSignature] com.acme.PoolAllocator.reallocateInplace returns boolean instead of long
                      required: public static long reallocateInplace(long address, long oldSize, long size, long align)
                      found:    public static boolean reallocateInplace(long address, long oldSize, long size, long align)
                    help: declare it as required
                    more: mvn heapwright:explain -Did=WrongSignature
                """, """
                package com.acme;

                import dev.heapwright.annotations.Allocator;

                @Allocator
                public final class PoolAllocator {
                    public static long allocate(long size, long align) { return 0; }
                    public static void deallocate(long address, long oldSize, long align) {}
                    public static long reallocate(long address, long oldSize, long size, long align) { return 0; }
                    public static boolean reallocateInplace(long address, long oldSize, long size, long align) { return false; }
                    public static long usableSize(long size, long align) { return size; }
                }
                """);
    }

    @Test
    void aFunctionThatReturnsABoxedTypeIsRefused() {
        Compilation.assertRefused("""
                PoolAllocator.java:7:19: error: [Heapwright/WrongSignature] com.acme.PoolAllocator.allocate returns java.lang.Long instead of long
                      required: public static long allocate(long size, long align)
                      found:    public static java.lang.Long allocate(long size, long align)
                    help: declare it as required
                    more: mvn heapwright:explain -Did=WrongSignature
                """, """
                package com.acme;

                import dev.heapwright.annotations.Allocator;

                @Allocator
                public final class PoolAllocator {
                    public static Long allocate(long size, long align) { return 0L; }
                    public static void deallocate(long address, long oldSize, long align) {}
                    public static long reallocate(long address, long oldSize, long size, long align) { return 0; }
                    public static long reallocateInplace(long address, long oldSize, long size, long align) { return 0; }
                    public static long usableSize(long size, long align) { return size; }
                }
                """);
    }

    @Test
    void aDeallocateThatReturnsSomethingIsRefused() {
        Compilation.assertRefused("""
                PoolAllocator.java:8:19: error: [Heapwright/WrongSignature] com.acme.PoolAllocator.deallocate returns long instead of void
                      required: public static void deallocate(long address, long oldSize, long align)
                      found:    public static long deallocate(long address, long oldSize, long align)
                    help: declare it as required
                    more: mvn heapwright:explain -Did=WrongSignature
                """, """
                package com.acme;

                import dev.heapwright.annotations.Allocator;

                @Allocator
                public final class PoolAllocator {
                    public static long allocate(long size, long align) { return 0; }
                    public static long deallocate(long address, long oldSize, long align) { return 0; }
                    public static long reallocate(long address, long oldSize, long size, long align) { return 0; }
                    public static long reallocateInplace(long address, long oldSize, long size, long align) { return 0; }
                    public static long usableSize(long size, long align) { return size; }
                }
                """);
    }

    @Test
    void aFunctionThatReturnsNothingIsRefused() {
        Compilation.assertRefused("""
                PoolAllocator.java:11:19: error: [Heapwright/WrongSignature] com.acme.PoolAllocator.usableSize returns void instead of long
                      required: public static long usableSize(long size, long align)
                      found:    public static void usableSize(long size, long align)
                    help: declare it as required
                    more: mvn heapwright:explain -Did=WrongSignature
                """, """
                package com.acme;

                import dev.heapwright.annotations.Allocator;

                @Allocator
                public final class PoolAllocator {
                    public static long allocate(long size, long align) { return 0; }
                    public static void deallocate(long address, long oldSize, long align) {}
                    public static long reallocate(long address, long oldSize, long size, long align) { return 0; }
                    public static long reallocateInplace(long address, long oldSize, long size, long align) { return 0; }
                    public static void usableSize(long size, long align) {}
                }
                """);
    }

    @Test
    void aFunctionThatDeclaresACheckedExceptionIsRefused() {
        Compilation.assertRefused("""
                PoolAllocator.java:8:89: error: [Heapwright/WrongSignature] com.acme.PoolAllocator.deallocate declares that it throws java.io.IOException
                      required: public static void deallocate(long address, long oldSize, long align)
                      found:    public static void deallocate(long address, long oldSize, long align) throws java.io.IOException
                    help: declare it as required
                    more: mvn heapwright:explain -Did=WrongSignature
                """, """
                package com.acme;

                import dev.heapwright.annotations.Allocator;

                @Allocator
                public final class PoolAllocator {
                    public static long allocate(long size, long align) { return 0; }
                    public static void deallocate(long address, long oldSize, long align) throws java.io.IOException {}
                    public static long reallocate(long address, long oldSize, long size, long align) { return 0; }
                    public static long reallocateInplace(long address, long oldSize, long size, long align) { return 0; }
                    public static long usableSize(long size, long align) { return size; }
                }
                """);
    }

    @Test
    void ofSeveralDeclaredExceptionsTheCheckedOnesAreNamed() {
        Compilation.assertRefused("""
                PoolAllocator.java:7:63: error: [Heapwright/WrongSignature] com.acme.PoolAllocator.allocate declares that it throws java.lang.InterruptedException, com.acme.Full
                      required: public static long allocate(long size, long align)
                      found:    public static long allocate(long size, long align) throws java.lang.InterruptedException, java.lang.OutOfMemoryError, com.acme.Full
                    help: declare it as required
                    more: mvn heapwright:explain -Did=WrongSignature
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
}
