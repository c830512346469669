/** Makes the launcher of programs that are no image: a script that verifies the allocator's library and preloads it. */
@NullMarked
package dev.heapwright.linker.launcher;

import org.jspecify.annotations.NullMarked;
