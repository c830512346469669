package org.apache.arrow.memory;

import dev.heapwright.arrow.HeapAllocationManager;

/**
 * Has Arrow's root allocators get their memory from the heap, wherever they are created.
 *
 * <p>Arrow finds its default manager by the name of a class, of which it looks for three, in this order: this one, which none of its own artifacts
 * has, and those of its two managers. So this one comes before both, in whichever order they are on the class path. If a
 * future version of Arrow looks for other names, it says that there is no manager, or, beside one of its own, finds that: the guide says how to tell.
 *
 * @see <a href="https://arrow.apache.org/docs/java/memory.html">Arrow, Memory Management</a>
 */
public final class DefaultAllocationManagerFactory {
    /** Read by Arrow, by its name. */
    public static final AllocationManager.Factory FACTORY = HeapAllocationManager.FACTORY;

    private DefaultAllocationManagerFactory() {}
}
