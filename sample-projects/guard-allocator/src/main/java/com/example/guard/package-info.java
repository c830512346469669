/**
 * An allocator that finds overruns and uses after free where they happen, cheaply enough for production. A program links
 * {@link com.example.guard.GuardAllocator}; the rest is its implementation.
 */
package com.example.guard;
