/**
 * An allocator whose memory is backed by huge pages, where Linux has them. A program links {@link
 * com.example.hugepages.HugePageAllocator}; the rest is its implementation.
 */
package com.example.hugepages;
