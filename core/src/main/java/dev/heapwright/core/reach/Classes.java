package dev.heapwright.core.reach;

import java.io.IOException;
import java.util.Collection;

/** The classes of a program, by binary name. */
public interface Classes {

    /**
     * {@return the classes that a class references, in any order; none for a class of the JDK, or one that is missing}
     *
     * @param name binary name of a class
     * @throws IOException if its class file cannot be read
     */
    Collection<String> referencedBy(String name) throws IOException;

    /**
     * {@return whether a class is a consumer: annotated itself, or through an enclosing class, its package or its
     * module}
     *
     * @param name binary name of a class
     * @throws IOException if its class file cannot be read
     */
    boolean needsAllocator(String name) throws IOException;
}
