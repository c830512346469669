/** The allocator of a whole process: what answers to {@code malloc}, to whoever calls it. */
@NullMarked
package dev.heapwright.core.process;

import org.jspecify.annotations.NullMarked;
