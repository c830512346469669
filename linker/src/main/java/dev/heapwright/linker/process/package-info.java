/** Which allocator the whole process has, and the library by which it gets it. */
@NullMarked
package dev.heapwright.linker.process;

import org.jspecify.annotations.NullMarked;
