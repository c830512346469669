package dev.heapwright.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a class whose five public static functions are a native-memory allocator, and thereby marks the artifact that
 * contains the class as an <em>allocator artifact</em>. The build links a final artifact (an application, a web
 * archive, a self-contained jar) to exactly one allocator.
 *
 * <h2>The class</h2>
 *
 * <p>Public, concrete, not generic, in a named package, either top-level or a public static member of a public class.
 * At most one per module. Neither the class nor any code that it calls, directly or indirectly, may need an allocator
 * (see {@link NeedsAllocator}): an allocator cannot be built on what it provides.
 *
 * <h2>The contract, version 1</h2>
 *
 * <p>Five functions, all {@code public static}. {@code native} is allowed; checked exceptions, type parameters and
 * varargs are not. The annotation processor rejects a class whose functions are declared differently.
 *
 * <table class="striped">
 * <caption>The five functions</caption>
 * <thead><tr><th scope="col">function</th><th scope="col">what it does and returns</th></tr></thead>
 * <tbody>
 * <tr><th scope="row">{@code long allocate(long size, long align)}</th>
 * <td>Returns the address of a new block of at least {@code size} bytes, a multiple of {@code align}; 0 if there is no
 * memory for it. The content is unspecified.</td></tr>
 * <tr><th scope="row">{@code void deallocate(long address, long oldSize, long align)}</th>
 * <td>Frees the block. Any thread may do so, not only the one that allocated it.</td></tr>
 * <tr><th scope="row">{@code long reallocate(long address, long oldSize, long size, long align)}</th>
 * <td>Resizes the block to {@code size} and returns its address, the same or a new one; its first {@code min(oldSize,
 * size)} bytes are preserved, and the old address is no longer valid. Returns 0 if there is no memory for it; the old
 * block is then unchanged and still belongs to the caller.</td></tr>
 * <tr><th scope="row">{@code long reallocateInplace(long address, long oldSize, long size, long align)}</th>
 * <td>Tries to resize the block without moving it, and returns its usable size afterwards: at least {@code size} if it
 * grew; at least {@code size} and less than {@code oldSize} if it shrank; {@code usableSize(oldSize, align)} if it is
 * unchanged. See <a href="#inplace">below</a>.</td></tr>
 * <tr><th scope="row">{@code long usableSize(long size, long align)}</th>
 * <td>Returns how many bytes of a block from {@code allocate(size, align)} may be used: at least {@code size}, and
 * always the same for the same arguments.</td></tr>
 * </tbody>
 * </table>
 *
 * <p>A sixth function is optional, and checked in the same way if present: {@code long allocateZeroed(long size, long
 * align)}, which allocates a block whose first {@code size} bytes are 0. If it is missing, the block is allocated and
 * then filled.
 *
 * <h2 id="inplace">What the result of reallocateInplace means</h2>
 *
 * <ul>
 * <li>{@code size > oldSize}: the block has grown if the result is at least {@code size}.
 * <li>{@code size < oldSize}: the block has shrunk if the result is less than {@code oldSize}. A result of {@code
 *     oldSize} or more means that it has not, although it is at least {@code size} as well.
 * <li>A block that was resized has the size {@code size} from then on; otherwise it is unchanged, keeps all its bytes,
 *     and still has its old size, with which it must be freed.
 * </ul>
 *
 * <h2>Preconditions</h2>
 *
 * <p>Callers must ensure them; an allocator need not check them.
 * <ul>
 * <li>{@code size} is in bytes and greater than 0.
 * <li>{@code align} is in bytes and a power of two. For an existing block, it is the alignment with which the block was
 *     allocated.
 * <li>{@code oldSize} is anything from the requested size (when the block was allocated or last resized) up to the
 *     block's usable size.
 * <li>{@code address} was returned by the same allocator, is not 0, and has not been freed.
 * </ul>
 *
 * <h2>Postconditions</h2>
 *
 * <p>Failure is reported by returning 0, never by an exception. Live blocks do not overlap. Every function may be
 * called by several threads at the same time.
 *
 * <h2>A complete example</h2>
 *
 * <p>It counts live blocks, and gets its memory from the C library. {@code CHeap} and {@code Memory} are in {@code
 * heapwright-memory}, which an allocator may use, because it needs no allocator.
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
