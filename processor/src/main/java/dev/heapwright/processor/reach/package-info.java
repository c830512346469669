/** What an allocator's code reaches at compile time, through the sources being compiled and through class files. */
@NullMarked
package dev.heapwright.processor.reach;

import org.jspecify.annotations.NullMarked;
