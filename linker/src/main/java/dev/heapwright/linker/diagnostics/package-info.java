/** The pages of the diagnostics, which are resources in the plugin's jar. */
@NullMarked
package dev.heapwright.linker.diagnostics;

import org.jspecify.annotations.NullMarked;
