/**
 * A native-memory allocator of size-class slabs. {@link com.example.slab.SlabAllocator} is what a program links; the
 * rest is how it works.
 */
package com.example.slab;
