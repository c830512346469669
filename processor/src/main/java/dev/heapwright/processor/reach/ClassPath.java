package dev.heapwright.processor.reach;

import dev.heapwright.core.bytecode.ClassCode;
import dev.heapwright.core.bytecode.MalformedClassFileException;
import dev.heapwright.core.name.JavaNames;
import dev.heapwright.core.reach.ClassIndex;
import dev.heapwright.core.reach.EnclosingScopes;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The classes of the class path. Their files are read here, each once, rather than by the compiler: for a class that
 * the sources do not refer to, it would warn about an annotation whose class is missing, and fail on a damaged file.
 */
final class ClassPath {
    private final ClassFileReader files;
    private final ClassIndex classes = new ClassIndex(this::read);

    ClassPath(ClassFileReader files) {
        this.files = files;
    }

    /** {@return the members of a class; empty if it is not on the class path} */
    Optional<ClassCode> code(String name) throws IOException {
        return classes.code(name);
    }

    /** {@return whether a class, one around it or its package is a consumer} */
    boolean needsAllocator(String name) throws IOException {
        return classes.consumer(name).isPresent();
    }

    /** {@return why class files that were asked for cannot be read, by their paths} */
    Map<String, MalformedClassFileException> unreadable() {
        return classes.unreadable();
    }

    private List<byte[]> read(String path) {
        String name = path.substring(0, path.length() - ".class".length()).replace('/', '.');
        int end = name.lastIndexOf('.');
        String packageName = name.substring(0, Math.max(0, end));
        String simpleName = name.substring(end + 1);
        // A class file may reference anything, which becomes a path only if it can be a name. Java's own are not there,
        // and of several artifacts' modules, none is that of a class on the class path.
        if (name.startsWith("java.")
                || !JavaNames.isQualifiedName(simpleName.equals(EnclosingScopes.PACKAGE_INFO) ? packageName : name)) {
            return List.of();
        }
        return files.onClassPath(packageName, simpleName).stream().toList();
    }
}
