package dev.heapwright.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks code that allocates native memory through the allocator that its final artifact is linked to, and thereby marks
 * the artifact that contains the code as one that <em>needs an allocator</em>.
 *
 * <p>Put it on a class that calls {@code dev.heapwright.heap.Heap}, or on the package or module that contains all such
 * classes. The need is transitive: every artifact that depends on this one, directly or not, needs an allocator too,
 * without repeating the annotation. Dependencies of scope {@code test} and {@code provided} do not count.
 *
 * <p>This code does not choose the allocator. The build of the final artifact links one: the allocator artifact among
 * its dependencies or, if there is none, the default for that kind of artifact. A library is not linked, and leaves the
 * choice to its users.
 *
 * <p>An {@link Allocator} must not need an allocator: this applies to the class, its package, its module and their
 * dependencies.
 *
 * @see Allocator
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.TYPE, ElementType.PACKAGE, ElementType.MODULE})
public @interface NeedsAllocator {}
