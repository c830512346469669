/**
 * A native-memory allocator of size-class slabs. A program links {@link com.example.slab.SlabAllocator}; the rest is
 * its implementation.
 */
package com.example.slab;
