/** The allocator of a whole process: what every call of {@code malloc} calls. */
@NullMarked
package dev.heapwright.core.process;

import org.jspecify.annotations.NullMarked;
