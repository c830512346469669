package dev.heapwright.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks code that allocates native memory through the allocator that its final artifact is linked to, and with it the
 * artifact that holds the code as one that <em>needs an allocator</em>.
 *
 * <p>Put it on a class that calls {@code dev.heapwright.heap.Heap}, or on the package or module that all such classes
 * are in. A need is passed on: whoever depends on the artifact, directly or not, needs an allocator too, without
 * repeating the annotation. Dependencies of scope {@code test} and {@code provided} do not count.
 *
 * <p>Which allocator it is, is not for this code to say. The build of the final artifact links one: the allocator
 * artifact among its dependencies or, where there is none, the default for that kind of artifact. A library is linked
 * to none, and leaves the choice to those who use it.
 *
 * <p>An {@link Allocator} must not need an allocator: not the class, not its package, not its module, not what they
 * depend on.
 *
 * @see Allocator
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.TYPE, ElementType.PACKAGE, ElementType.MODULE})
public @interface NeedsAllocator {}
