/** What the goal {@code new-allocator} creates: a new allocator project. */
@NullMarked
package dev.heapwright.maven.scaffold;

import org.jspecify.annotations.NullMarked;
