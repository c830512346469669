/** Tests that the contents of README.md and the pages under {@code docs} are true. */
@NullMarked
package dev.heapwright.maven.guide;

import org.jspecify.annotations.NullMarked;
