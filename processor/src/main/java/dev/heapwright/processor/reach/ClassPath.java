package dev.heapwright.processor.reach;

import dev.heapwright.core.bytecode.ClassFile;
import dev.heapwright.core.bytecode.ClassReferences;
import dev.heapwright.core.bytecode.MalformedClassFileException;
import dev.heapwright.core.contract.Contract;
import dev.heapwright.core.name.JavaNames;
import dev.heapwright.core.reach.EnclosingScopes;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The classes of the class path. Their files are read here, each once, and not by the compiler: of a class that the
 * sources do not reference, it would warn of an annotation whose values are not there, and fail over a damaged one.
 */
final class ClassPath {
    private final ClassFileReader files;
    private final Map<String, Optional<Known>> known = new HashMap<>();

    /**
     * What a class file says.
     *
     * @param referenced binary names of the classes that it references
     * @param annotated whether it says that it needs an allocator
     */
    private record Known(Set<String> referenced, boolean annotated) {}

    ClassPath(ClassFileReader files) {
        this.files = files;
    }

    /** {@return the classes that a class references; empty if it is not on the class path} */
    Optional<Set<String>> referencedBy(String name) {
        return file(name).map(Known::referenced);
    }

    /** {@return whether a class, one around it or its package is a consumer} */
    boolean needsAllocator(String name) {
        return EnclosingScopes.of(name).stream().anyMatch(this::isAnnotated);
    }

    private boolean isAnnotated(String name) {
        return file(name).map(Known::annotated).orElse(false);
    }

    private Optional<Known> file(String name) {
        return known.computeIfAbsent(name, this::read);
    }

    private Optional<Known> read(String name) {
        int end = name.lastIndexOf('.');
        String packageName = name.substring(0, Math.max(0, end));
        String simpleName = name.substring(end + 1);
        // A class file may reference anything, which becomes a path only if it can be a name. Java's own are not there.
        if (name.startsWith("java.")
                || !JavaNames.isQualifiedName(simpleName.equals(EnclosingScopes.PACKAGE_INFO) ? packageName : name)) {
            return Optional.empty();
        }
        return files.onClassPath(packageName, simpleName).map(ClassPath::parse);
    }

    private static Known parse(byte[] bytes) {
        try {
            return new Known(
                    ClassReferences.read(bytes),
                    ClassFile.read(bytes).annotations().contains(Contract.NEEDS_ALLOCATOR_ANNOTATION));
        } catch (MalformedClassFileException e) {
            // No JVM can load it either, so nothing is reached through it.
            return new Known(Set.of(), false);
        }
    }
}
