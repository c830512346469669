/** What a build tool passes in: a module, the kind of what it produces, and a cache for the duration of the build. */
@NullMarked
package dev.heapwright.linker.build;

import org.jspecify.annotations.NullMarked;
