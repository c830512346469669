/**
 * A caller that does not trust the allocator: {@link dev.heapwright.testkit.block.AllocatorProbe}. It keeps track of live
 * blocks and their content, and reports a violated guarantee as a {@link dev.heapwright.testkit.block.Defect}.
 */
@NullMarked
package dev.heapwright.testkit.block;

import org.jspecify.annotations.NullMarked;
