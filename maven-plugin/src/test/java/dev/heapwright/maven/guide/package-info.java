/** Whether what README.md and the pages under {@code docs} show is true. */
@NullMarked
package dev.heapwright.maven.guide;

import org.jspecify.annotations.NullMarked;
