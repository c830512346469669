/** Java modules: what they are called, and whether a named one declares what binds its heap. */
@NullMarked
package dev.heapwright.linker.module;

import org.jspecify.annotations.NullMarked;
