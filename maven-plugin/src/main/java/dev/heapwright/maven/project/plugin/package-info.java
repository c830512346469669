/** The plugins that a module uses, and what they are configured with, with what is inherited and managed. */
@NullMarked
package dev.heapwright.maven.project.plugin;

import org.jspecify.annotations.NullMarked;
