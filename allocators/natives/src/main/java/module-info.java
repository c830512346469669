/** The native libraries of the allocators that come along with the heap: files, and no classes. */
module dev.heapwright.natives {}
