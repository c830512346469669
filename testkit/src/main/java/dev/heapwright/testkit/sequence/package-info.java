/** Random operations: sequences that are generated from a seed, run, and shrunk if they find a defect. */
@NullMarked
package dev.heapwright.testkit.sequence;

import org.jspecify.annotations.NullMarked;
