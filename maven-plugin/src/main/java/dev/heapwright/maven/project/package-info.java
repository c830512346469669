/** What Maven knows of the module being built: its kind, target and closure. */
@NullMarked
package dev.heapwright.maven.project;

import org.jspecify.annotations.NullMarked;
