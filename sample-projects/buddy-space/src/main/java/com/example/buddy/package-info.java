/**
 * Divides a range of addresses into blocks, for allocators that have one large piece of memory. It is no allocator, as
 * it has no memory of its own.
 */
package com.example.buddy;
