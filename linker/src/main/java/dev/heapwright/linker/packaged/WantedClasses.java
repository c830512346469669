package dev.heapwright.linker.packaged;

import dev.heapwright.core.name.ClassName;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The classes to look for in a jar, by file name without folders: a relocation changes only the package of a class. */
final class WantedClasses {
    /** These two classes of the heap are in the same package. */
    static final String HEAP = "BindingFinder.class";

    static final String BINDING = PackagedGlue.BINDING + ".class";

    private final Set<String> glue = new HashSet<>();
    private final Set<String> others = new HashSet<>(Set.of(
            HEAP,
            BINDING,
            "Heap.class",
            PackagedGlue.CHECKED_BINDING + ".class",
            PackagedGlue.OBSERVED_BINDING + ".class"));

    /**
     * The classes of a binding.
     *
     * @param glue possible names of the glue
     * @param allocators that it may call
     */
    WantedClasses(List<ClassName> glue, List<ClassName> allocators) {
        glue.forEach(name -> this.glue.add(fileName(name.classFile())));
        allocators.forEach(name -> others.add(fileName(name.classFile())));
    }

    /** {@return whether a class is wanted} */
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
