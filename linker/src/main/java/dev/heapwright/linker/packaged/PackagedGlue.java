package dev.heapwright.linker.packaged;

import dev.heapwright.core.bytecode.ClassFile;
import dev.heapwright.core.bytecode.ClassReferences;
import dev.heapwright.core.bytecode.MalformedClassFileException;
import dev.heapwright.core.name.ClassName;
import dev.heapwright.linker.artifact.ServiceFile;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A glue class in a jar, with its name and those that it refers to as they are there: a relocation may have changed
 * them.
 *
 * @param name its binary name
 * @param binding the binary name of the heap's class that it is registered as
 * @param called the binary names of the classes that it calls, sorted: the allocator
 * @param place its class path root in the jar; empty for the jar itself
 */
record PackagedGlue(String name, String binding, List<String> called, String place) {
    static final String BINDING = "Binding";
    static final String CHECKED_BINDING = "CheckedBinding";
    static final String OBSERVED_BINDING = "ObservedBinding";

    /** The classes that checked and observed glue extends, by their package within that of {@link #BINDING}. */
    private static final Map<String, String> OTHERS =
            Map.of(CHECKED_BINDING, ".checked", OBSERVED_BINDING, ".observed");

    /**
     * {@return the glue in a class file, if it is glue}
     *
     * @param file path of the class file, relative to the class path root
     * @param bytes of it
     * @param place the class path root in the jar
     */
    static Optional<PackagedGlue> read(String file, byte[] bytes, String place) {
        try {
            ClassFile glue = ClassFile.read(bytes);
            if (!ClassName.classFile(glue.name()).equals(file) || !isBinding(glue.superclass())) {
                return Optional.empty();
            }
            Set<String> mentioned = ClassReferences.read(bytes);
            List<String> called = mentioned.stream()
                    .filter(name -> !name.startsWith("java.") && !name.equals(glue.superclass()))
                    .toList();
            return Optional.of(new PackagedGlue(glue.name(), registeredAs(glue.superclass()), called, place));
        } catch (MalformedClassFileException e) {
            // No JVM can load it either.
            return Optional.empty();
        }
    }

    /** {@return the service file that has to list it} */
    String serviceFile() {
        return ServiceFile.FOLDER + binding;
    }

    /** {@return its description for the user} */
    String text() {
        return ClassPathRoot.within(place, name);
    }

    /** {@return the name of a class without its package} */
    static String simpleName(String name) {
        return name.substring(name.lastIndexOf('.') + 1);
    }

    private static boolean isBinding(String superclass) {
        return simpleName(superclass).equals(BINDING) || OTHERS.containsKey(simpleName(superclass));
    }

    private static String registeredAs(String superclass) {
        String around = superclass.substring(
                0, superclass.length() - simpleName(superclass).length() - 1);
        String within = OTHERS.getOrDefault(simpleName(superclass), "");
        return !within.isEmpty() && around.endsWith(within)
                ? around.substring(0, around.length() - within.length()) + "." + BINDING
                : superclass;
    }
}
