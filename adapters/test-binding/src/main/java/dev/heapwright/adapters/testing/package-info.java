/** What the tests of the adapters are bound to. */
@NullMarked
package dev.heapwright.adapters.testing;

import org.jspecify.annotations.NullMarked;
