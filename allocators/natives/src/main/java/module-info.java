/** The native libraries of the allocators that ship with the heap: files, and no classes. */
module dev.heapwright.natives {}
