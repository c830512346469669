/** What the tests of several modules share. */
@NullMarked
package dev.heapwright.testing;

import org.jspecify.annotations.NullMarked;
