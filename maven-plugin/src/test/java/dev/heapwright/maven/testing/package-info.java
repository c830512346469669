/** What the tests of several packages build: class folders, jars and modules, as a user's build would. */
@NullMarked
package dev.heapwright.maven.testing;

import org.jspecify.annotations.NullMarked;
