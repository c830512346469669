/** The plugins that a module uses, and their configuration, including what is inherited and managed. */
@NullMarked
package dev.heapwright.maven.project.plugin;

import org.jspecify.annotations.NullMarked;
