/**
 * {@link com.example.index.OffHeapIndex}, a hash index in native memory. The package needs an allocator, and with it
 * every program that uses it; which one that is, the program's build decides.
 */
@NeedsAllocator
package com.example.index;

import dev.heapwright.annotations.NeedsAllocator;
