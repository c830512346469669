/** The allocator's contract as data: which functions an allocator has, and what their declarations say. */
@NullMarked
package dev.heapwright.core.contract;

import org.jspecify.annotations.NullMarked;
