/**
 * Raw memory on Java 17 and newer. This package hides the platform: {@link dev.heapwright.memory.Memory} reads and
 * writes at an address, {@link dev.heapwright.memory.OrderedMemory} does so with ordering guarantees for other threads,
 * and {@link dev.heapwright.memory.CHeap} is the C library's heap. Both allocators and consumers may use it: it needs
 * no allocator.
 *
 * <h2>Two platforms, one set of class files</h2>
 *
 * <p>Java 17 to 21 use {@code sun.misc.Unsafe}, newer versions use the FFM API ({@code java.lang.foreign}); nothing of
 * the other one is initialised. Only the version of the running Java decides.
 *
 * <p>The artifact is deliberately not a multi-release jar. A shaded or assembled jar loses {@code Multi-Release: true}
 * from its manifest, a folder of classes never has it, and the program would then silently use the other
 * implementation. Instead, all classes are compiled for release 17, and the FFM API is looked up by name, once, as
 * variable and method handles in {@code static final} fields. The JIT treats those as constants and inlines them like
 * direct calls; {@code docs/lab-book.md} has the measurements.
 *
 * <p>If the FFM API denies access, each call throws {@link dev.heapwright.memory.NativeUnavailableError}.
 *
 * <h2>Addresses</h2>
 *
 * <p>An address is a {@code long}: the location of a byte in the memory of the process. Nothing here knows which
 * addresses are valid. Reading or writing outside live memory is undefined behaviour: it may crash the JVM or corrupt
 * other data.
 */
@NullMarked
package dev.heapwright.memory;

import org.jspecify.annotations.NullMarked;
