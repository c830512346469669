/**
 * A caller of an allocator that trusts it in nothing: {@link dev.heapwright.testkit.block.Blocks}. It keeps account of
 * what is alive and what is in it, and a promise that is not kept is a {@link dev.heapwright.testkit.block.Defect}.
 */
@NullMarked
package dev.heapwright.testkit.block;

import org.jspecify.annotations.NullMarked;
