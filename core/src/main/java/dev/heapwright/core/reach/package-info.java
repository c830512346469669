/** What an allocator's code reaches, member by member, and the way to code that needs an allocator. */
@NullMarked
package dev.heapwright.core.reach;

import org.jspecify.annotations.NullMarked;
