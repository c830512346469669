package dev.heapwright.linker.packaged;

import dev.heapwright.core.name.ClassName;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The classes that are looked for in a jar, by the names of their files without folders: a relocation gives a class
 * another package, and leaves it the rest of its name.
 */
final class WantedClasses {
    /** The heap has these two in one package. */
    static final String HEAP = "BindingFinder.class";

    static final String BINDING = PackagedGlue.BINDING + ".class";

    private final Set<String> glue = new HashSet<>();
    private final Set<String> others = new HashSet<>(Set.of(HEAP, BINDING));

    /**
     * Tells what to look for.
     *
     * @param glue names that glue may have
     * @param allocators what it may call
     */
    WantedClasses(List<ClassName> glue, List<ClassName> allocators) {
        glue.forEach(name -> this.glue.add(fileName(name.classFile())));
        allocators.forEach(name -> others.add(fileName(name.classFile())));
    }

    /** {@return whether a class is to be looked at} */
    boolean contains(String file) {
        return isGlue(file) || others.contains(fileName(file));
    }

    /** {@return whether a class may be glue} */
    boolean isGlue(String file) {
        return glue.contains(fileName(file));
    }

    private static String fileName(String file) {
        return file.substring(file.lastIndexOf('/') + 1);
    }
}
