/**
 * The cost of Heapwright for a build: in the compiler, in single goals, and in a large reactor as a whole. Projects are
 * generated, and built by the Maven that runs the benchmark. {@link dev.heapwright.benchmarks.build.BuildReport} runs
 * all of them and writes the tables.
 */
@NullMarked
package dev.heapwright.benchmarks.build;

import org.jspecify.annotations.NullMarked;
