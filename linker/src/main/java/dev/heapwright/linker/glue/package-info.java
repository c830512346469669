/** The generated class that joins the heap to the allocator, and the files that go with it. */
@NullMarked
package dev.heapwright.linker.glue;

import org.jspecify.annotations.NullMarked;
