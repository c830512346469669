package dev.heapwright.core.reach;

import dev.heapwright.core.bytecode.ClassCode;
import dev.heapwright.core.bytecode.ClassHeader;
import java.io.IOException;
import java.util.Collection;
import java.util.Optional;

/** The classes of a program, by binary name. Those of the JDK are none of them. */
public interface Classes {

    /**
     * {@return the members of a class; empty if it is not in the program}
     *
     * @param name binary name of a class
     * @throws IOException if its class file cannot be read
     */
    Optional<ClassCode> find(String name) throws IOException;

    /**
     * {@return whether a class is a consumer: annotated itself, or through an enclosing class, its package or its
     * module}
     *
     * @param name binary name of a class
     * @throws IOException if its class file cannot be read
     */
    boolean needsAllocator(String name) throws IOException;

    /**
     * {@return all classes of the program, in any order, among which are those that override methods}
     *
     * @throws IOException if a class file cannot be read
     */
    Collection<ClassHeader> all() throws IOException;

    /**
     * {@return binary names of the classes that provide a service}
     *
     * @param service binary name of its interface
     * @throws IOException if a file cannot be read
     */
    Collection<String> providers(String service) throws IOException;
}
