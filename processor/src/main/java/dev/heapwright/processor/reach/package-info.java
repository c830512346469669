/** What an allocator's code reaches at compile time, through the sources being compiled and the class files beside. */
@NullMarked
package dev.heapwright.processor.reach;

import org.jspecify.annotations.NullMarked;
