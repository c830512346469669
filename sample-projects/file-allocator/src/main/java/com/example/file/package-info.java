/**
 * An allocator whose memory is a mapped file. A program links {@link com.example.file.FileAllocator}; the rest is its
 * implementation.
 */
package com.example.file;
