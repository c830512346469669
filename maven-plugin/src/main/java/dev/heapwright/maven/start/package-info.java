/** What the goal {@code new-allocator} writes: the beginning of an allocator project. */
@NullMarked
package dev.heapwright.maven.start;

import org.jspecify.annotations.NullMarked;
