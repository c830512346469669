/** Links the programs of an image that jlink or jpackage made, and with them the whole process, to an allocator. */
@NullMarked
package dev.heapwright.linker.image;

import org.jspecify.annotations.NullMarked;
