package dev.heapwright.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks the class whose five public static functions are a native-memory allocator, and with it the artifact that
 * holds the class as an <em>allocator artifact</em>. A final artifact (an application, a web archive, a
 * self-contained jar) is linked to exactly one of them, by its build.
 *
 * <h2>The class</h2>
 *
 * <p>Public, concrete, not generic, in a named package, at the top level or public and static inside a class that is
 * itself public. At most one in a module. Neither the class nor any code that it reaches may need an allocator (see
 * {@link NeedsAllocator}): an allocator cannot be made of what it provides.
 *
 * <h2>The contract, version 1</h2>
 *
 * <p>Five functions, all {@code public static}, {@code native} allowed; checked exceptions, type parameters and
 * variable arity are not. The annotation processor refuses a class that has them otherwise.
 *
 * <table class="striped">
 * <caption>The five functions</caption>
 * <thead><tr><th scope="col">function</th><th scope="col">what it does and returns</th></tr></thead>
 * <tbody>
 * <tr><th scope="row">{@code long allocate(long size, long align)}</th>
 * <td>The address of a new block of at least {@code size} bytes, a multiple of {@code align}; 0 where there is no
 * memory for it. The content is unspecified.</td></tr>
 * <tr><th scope="row">{@code void deallocate(long address, long oldSize, long align)}</th>
 * <td>Gives the block back. Any thread may do so, not only the one that allocated it.</td></tr>
 * <tr><th scope="row">{@code long reallocate(long address, long oldSize, long size, long align)}</th>
 * <td>The address of the block after its size has become {@code size}, the same or another; its first
 * {@code min(oldSize, size)} bytes are kept. The old address is no longer valid. 0 where there is no memory for it,
 * and then the old block is as it was, still the caller's.</td></tr>
 * <tr><th scope="row">{@code long reallocateInplace(long address, long oldSize, long size, long align)}</th>
 * <td>Tries to resize the block without moving it, and returns its usable size afterwards: where it grew, at least
 * {@code size}; where it shrank, at least {@code size} and less than {@code oldSize}; where it is as it was, {@code
 * usableSize(oldSize, align)}. See <a href="#inplace">below</a>.</td></tr>
 * <tr><th scope="row">{@code long usableSize(long size, long align)}</th>
 * <td>How many bytes of a block from {@code allocate(size, align)} may be used: at least {@code size}, the same for
 * the same arguments.</td></tr>
 * </tbody>
 * </table>
 *
 * <p>A sixth is optional, used when present and checked the same way: {@code long allocateZeroed(long size, long
 * align)}, which is {@code allocate} of a block whose first {@code size} bytes are 0. Where it is missing, the block
 * is allocated and filled.
 *
 * <h2 id="inplace">What the result of reallocateInplace means</h2>
 *
 * <ul>
 * <li>{@code size > oldSize}: the block has grown if the result is at least {@code size}.
 * <li>{@code size < oldSize}: the block has shrunk if the result is less than {@code oldSize}. A result of {@code
 *     oldSize} or more says that it has not, though it is at least {@code size} as well.
 * <li>A block that was resized has the size {@code size} from now on; any other is as it was, all bytes kept, and
 *     still has its old size, with which it is given back.
 * </ul>
 *
 * <h2>Preconditions</h2>
 *
 * <p>Callers owe them; an allocator need not check them.
 * <ul>
 * <li>{@code size} is in bytes and greater than 0.
 * <li>{@code align} is in bytes and a power of two. For an existing block it is the one given when it was allocated.
 * <li>{@code oldSize} is anything from the size that was asked for (when the block was allocated or last resized) up
 *     to the block's usable size.
 * <li>{@code address} came from the same allocator, is not 0, and has not been given back.
 * </ul>
 *
 * <h2>Postconditions</h2>
 *
 * <p>Failure is 0 and never an exception. Blocks that are alive at the same time do not overlap. Every function may be
 * called by many threads at the same time.
 *
 * <h2>A complete example</h2>
 *
 * <p>It counts what goes through it, and takes the memory itself from the C library. {@code CHeap} and {@code Memory}
 * are in {@code heapwright-memory}, which an allocator may use, as it needs no allocator.
 *
 * <pre>{@code
 * package com.acme;
 *
 * import dev.heapwright.annotations.Allocator;
 * import dev.heapwright.memory.CHeap;
 * import dev.heapwright.memory.Memory;
 * import java.util.concurrent.atomic.LongAdder;
 *
 * @Allocator
 * public final class CountingAllocator {
 *     public static final LongAdder LIVE_BLOCKS = new LongAdder();
 *
 *     private CountingAllocator() {}
 *
 *     public static long allocate(long size, long align) {
 *         long address = CHeap.alignedAlloc(align, size);
 *         if (address != 0) {
 *             LIVE_BLOCKS.increment();
 *         }
 *         return address;
 *     }
 *
 *     public static void deallocate(long address, long oldSize, long align) {
 *         CHeap.alignedFree(address, align);
 *         LIVE_BLOCKS.decrement();
 *     }
 *
 *     public static long reallocate(long address, long oldSize, long size, long align) {
 *         long moved = allocate(size, align);
 *         if (moved != 0) {
 *             Memory.copy(address, moved, Math.min(oldSize, size));
 *             deallocate(address, oldSize, align);
 *         }
 *         return moved;
 *     }
 *
 *     public static long reallocateInplace(long address, long oldSize, long size, long align) {
 *         return usableSize(oldSize, align);
 *     }
 *
 *     public static long usableSize(long size, long align) {
 *         return size;
 *     }
 * }
 * }</pre>
 *
 * @see NeedsAllocator
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface Allocator {}
