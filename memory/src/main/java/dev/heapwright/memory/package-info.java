/**
 * Raw memory on every Java from 17 on. The platform lies behind this package: {@link dev.heapwright.memory.Memory} reads
 * and writes at an address, {@link dev.heapwright.memory.OrderedMemory} does so with an order that other threads see,
 * and {@link dev.heapwright.memory.CHeap} is the C library's heap. Allocators and consumers alike may use it: it needs
 * no allocator.
 *
 * <h2>Two platforms, one set of class files</h2>
 *
 * <p>On Java 17 to 21 the work is done by {@code sun.misc.Unsafe}, from 22 on by the FFM API ({@code
 * java.lang.foreign}), and nothing of the other is initialised. The version of the running Java decides, and nothing
 * else does.
 *
 * <p>The artifact is not a multi-release jar, on purpose. A jar that was shaded or assembled loses {@code
 * Multi-Release: true} from its manifest, a folder of classes never has it, and the program would then silently run on
 * the other implementation. Instead, all classes are for release 17, and the FFM API is looked up by name, once, as
 * variable and method handles in {@code static final} fields. The JIT takes those for constants and inlines through
 * them as it does through a direct call; {@code docs/performance.md} has the measurements.
 *
 * <p>Where the FFM API refuses, {@link dev.heapwright.memory.NativeUnavailableError} is thrown, each time.
 *
 * <h2>Addresses</h2>
 *
 * <p>An address is a {@code long}: where a byte is in the memory of the process. Nothing here knows which addresses are
 * valid. To read or write where no live block of memory is has no defined result: it may end the JVM, or change what
 * belongs to someone else.
 */
@NullMarked
package dev.heapwright.memory;

import org.jspecify.annotations.NullMarked;
