/** Helpers shared by the tests of several modules. */
@NullMarked
package dev.heapwright.testing;

import org.jspecify.annotations.NullMarked;
