/**
 * An allocator that detects what attackers and mistakes do to a heap. A program links {@link
 * com.example.hardened.HardenedAllocator}; the rest is its implementation.
 */
package com.example.hardened;
