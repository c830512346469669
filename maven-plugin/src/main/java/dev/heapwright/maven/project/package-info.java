/** What Maven knows of the module being built: its kind, target and closure, and how its dependencies are added to. */
@NullMarked
package dev.heapwright.maven.project;

import org.jspecify.annotations.NullMarked;
