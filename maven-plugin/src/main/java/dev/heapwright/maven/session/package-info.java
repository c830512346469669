/** What is kept for the length of a build, and no longer. */
@NullMarked
package dev.heapwright.maven.session;

import org.jspecify.annotations.NullMarked;
