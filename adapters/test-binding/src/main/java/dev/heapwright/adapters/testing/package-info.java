/** The binding of the adapters' tests. */
@NullMarked
package dev.heapwright.adapters.testing;

import org.jspecify.annotations.NullMarked;
