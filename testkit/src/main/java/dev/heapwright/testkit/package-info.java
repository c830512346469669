/** {@link dev.heapwright.testkit.AllocatorContract}: the contract of allocators as tests, clause by clause. */
@NullMarked
package dev.heapwright.testkit;

import org.jspecify.annotations.NullMarked;
