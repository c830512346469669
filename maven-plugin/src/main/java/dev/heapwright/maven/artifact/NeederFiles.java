package dev.heapwright.maven.artifact;

import dev.heapwright.core.bytecode.ClassFile;
import dev.heapwright.core.bytecode.MalformedClassFileException;
import dev.heapwright.core.contract.Contract;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Which classes of an artifact need an allocator, by the annotations in its class files: each is read once. */
final class NeederFiles {
    private static final String MODULE = "module-info.class";

    private final ArtifactFiles files;
    private final Map<String, Boolean> annotated = new HashMap<>();

    NeederFiles(ArtifactFiles files) {
        this.files = files;
    }

    /**
     * {@return what makes a class a needer, in words: {@code it} itself, a class around it, its package or its module;
     * empty if it is none}
     *
     * @param name binary name of a class in the artifact
     */
    Optional<String> needer(String name) throws IOException {
        for (String around = name; !around.isEmpty(); around = classAround(around)) {
            if (isAnnotated(fileOf(around))) {
                return Optional.of(around.equals(name) ? "it" : "the class " + around);
            }
        }
        String packageName = name.substring(0, Math.max(0, name.lastIndexOf('.')));
        if (!packageName.isEmpty() && isAnnotated(fileOf(packageName + ".package-info"))) {
            return Optional.of("the package " + packageName);
        }
        return isAnnotated(MODULE) ? Optional.of("its module") : Optional.empty();
    }

    /** {@return the path of a class's file} */
    static String fileOf(String name) {
        return name.replace('.', '/') + ".class";
    }

    /** A dollar sign need not stand between nested classes: then there is no class of that name, and no harm. */
    private static String classAround(String name) {
        int dollar = name.lastIndexOf('$');
        return dollar < 0 ? "" : name.substring(0, dollar);
    }

    private boolean isAnnotated(String file) throws IOException {
        Boolean known = annotated.get(file);
        if (known == null) {
            known = readAnnotated(file);
            annotated.put(file, known);
        }
        return known;
    }

    private boolean readAnnotated(String file) throws IOException {
        Optional<byte[]> bytes = files.read(file, ArtifactReader.LARGEST_CLASS_FILE);
        try {
            return bytes.isPresent()
                    && ClassFile.read(bytes.get()).annotations().contains(Contract.NEEDS_ALLOCATOR_ANNOTATION);
        } catch (MalformedClassFileException e) {
            // No JVM can load it either.
            return false;
        }
    }
}
