package dev.heapwright.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.heapwright.testing.AllocatorSource;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import javax.annotation.processing.Processor;
import org.junit.jupiter.api.Test;

/** Without javac's trees, findings are shown at the method or at the parameter. */
class ReporterTest {
    private static final String WRONG = """
            package com.acme;

            import dev.heapwright.annotations.Allocator;

            @Allocator
            public final class PoolAllocator {
                static long allocate(long size, long align) { return 0; }
                public static void deallocate(long address, int oldSize, long align) {}
                public static int reallocate(long address, long oldSize, long size, long align) { return 0; }
                public static long reallocateInplace(long address, long oldSize, long size, long align) { return 0; }
                public static long usableSize(long size, long align) throws Exception { return size; }
            }
            """;
    private static final String AT_ELEMENTS = """
            PoolAllocator.java:7:17: error: [Heapwright/WrongSignature] com.acme.PoolAllocator.allocate is not public
                  - static long allocate(long size, long align)
                  + public static long allocate(long size, long align)
                help: declare it as shown
                more: mvn dev.heapwright:heapwright-maven-plugin:explain -Did=WrongSignature
            PoolAllocator.java:8:53: error: [Heapwright/WrongSignature] com.acme.PoolAllocator.deallocate: parameter oldSize is int, must be long
                  - public static void deallocate(long address, int oldSize, long align)
                  + public static void deallocate(long address, long oldSize, long align)
                help: declare it as shown
                more: mvn dev.heapwright:heapwright-maven-plugin:explain -Did=WrongSignature
            PoolAllocator.java:9:23: error: [Heapwright/WrongSignature] com.acme.PoolAllocator.reallocate returns int, must return long
                  - public static int reallocate(long address, long oldSize, long size, long align)
                  + public static long reallocate(long address, long oldSize, long size, long align)
                help: declare it as shown
                more: mvn dev.heapwright:heapwright-maven-plugin:explain -Did=WrongSignature
            PoolAllocator.java:11:24: error: [Heapwright/WrongSignature] com.acme.PoolAllocator.usableSize declares the checked exception java.lang.Exception
                  - public static long usableSize(long size, long align) throws java.lang.Exception
                  + public static long usableSize(long size, long align)
                help: declare it as shown
                      handle the exception in the body: try { ... } catch (java.lang.Exception e) { return size; }
                more: mvn dev.heapwright:heapwright-maven-plugin:explain -Did=WrongSignature
            """;

    @Test
    void theEnvironmentMayNotBeJavacsOwn() {
        Compilation compilation =
                Compilation.of(Compilation.STRICT, List.of(new Wrapping(new HeapwrightProcessor())), WRONG);
        assertEquals(AT_ELEMENTS, compilation.messages());
    }

    @Test
    void aNearMissIsSuggestedWithoutItsLine() {
        Compilation compilation = Compilation.of(
                Compilation.STRICT,
                List.of(new Wrapping(new HeapwrightProcessor())),
                AllocatorSource.named("com.acme.PoolAllocator")
                        .replacing("allocate", "public static long alocate(long size, long align) { return 0; }")
                        .text());
        assertEquals("""
                PoolAllocator.java:4:14: error: [Heapwright/MissingFunction] allocator com.acme.PoolAllocator is missing the required function allocate
                      public static long allocate(long size, long align) { throw new UnsupportedOperationException("allocate"); }
                        // alocate looks like this function; rename it to allocate
                    help: add it with exactly this signature and your own body, or rename as suggested
                    more: mvn dev.heapwright:heapwright-maven-plugin:explain -Did=MissingFunction
                """, compilation.messages());
    }

    @Test
    void theClassesOfJavacMayBeMissing() throws ReflectiveOperationException {
        Processor processor = (Processor) new WithoutTrees()
                .loadClass(HeapwrightProcessor.class.getName())
                .getConstructor()
                .newInstance();
        assertEquals(
                AT_ELEMENTS,
                Compilation.of(Compilation.STRICT, List.of(processor), WRONG).messages());
    }

    /** Loads the processor without {@code com.sun.source}. */
    private static final class WithoutTrees extends ClassLoader {
        WithoutTrees() {
            super(HeapwrightProcessor.class.getClassLoader());
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (name.startsWith("com.sun.source.")) {
                throw new ClassNotFoundException(name);
            }
            Class<?> loaded = findLoadedClass(name);
            if (loaded != null) {
                return loaded;
            }
            return name.startsWith("dev.heapwright.processor.") ? define(name) : super.loadClass(name, resolve);
        }

        private Class<?> define(String name) {
            try (InputStream in =
                    Objects.requireNonNull(getResourceAsStream(name.replace('.', '/') + ".class"), name)) {
                byte[] bytes = in.readAllBytes();
                return defineClass(name, bytes, 0, bytes.length);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
