/** What the goal {@code new-allocator} writes: the beginning of an allocator project. */
@NullMarked
package dev.heapwright.maven.scaffold;

import org.jspecify.annotations.NullMarked;
