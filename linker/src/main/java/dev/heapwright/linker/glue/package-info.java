/** The generated class that connects the heap to the allocator, and the files that belong to it. */
@NullMarked
package dev.heapwright.linker.glue;

import org.jspecify.annotations.NullMarked;
