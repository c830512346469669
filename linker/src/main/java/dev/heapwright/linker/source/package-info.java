/** What the module's own sources declare, read before they are compiled: its allocators, and its module declaration. */
@NullMarked
package dev.heapwright.linker.source;

import org.jspecify.annotations.NullMarked;
