/** What an allocator's code reaches, class by class, and the path to code that needs an allocator. */
@NullMarked
package dev.heapwright.core.reach;

import org.jspecify.annotations.NullMarked;
