/** The pages of the diagnostics, as they travel in the plugin's jar. */
@NullMarked
package dev.heapwright.linker.diagnostics;

import org.jspecify.annotations.NullMarked;
