/** What a build tool hands in: a module, the kind of what it produces, and a cache for the length of the build. */
@NullMarked
package dev.heapwright.linker.build;

import org.jspecify.annotations.NullMarked;
