package dev.heapwright.linker.artifact;

import dev.heapwright.core.bytecode.ClassFile;
import dev.heapwright.core.bytecode.MalformedClassFileException;
import dev.heapwright.core.contract.Contract;
import dev.heapwright.core.name.ClassName;
import dev.heapwright.core.reach.EnclosingScopes;
import dev.heapwright.linker.module.ModuleDescriptors;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Which classes of an artifact need an allocator, by the annotations in its class files: each is read once. */
final class ConsumerIndex {
    private static final String PACKAGE = "." + EnclosingScopes.PACKAGE_INFO;

    private final ArtifactFiles files;
    private final Map<String, Boolean> annotated = new HashMap<>();

    ConsumerIndex(ArtifactFiles files) {
        this.files = files;
    }

    /**
     * {@return what makes a class a consumer, in words: {@code it} itself, a class around it, its package or its module;
     * empty if it is none}
     *
     * @param name binary name of a class in the artifact
     */
    Optional<String> consumer(String name) throws IOException {
        for (String around : EnclosingScopes.of(name)) {
            if (isAnnotated(ClassName.classFile(around))) {
                return Optional.of(describe(around, name));
            }
        }
        return isAnnotated(ModuleDescriptors.FILE) ? Optional.of("its module") : Optional.empty();
    }

    private static String describe(String around, String name) {
        if (around.equals(name)) {
            return "it";
        }
        return around.endsWith(PACKAGE)
                ? "the package " + around.substring(0, around.length() - PACKAGE.length())
                : "the class " + around;
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
        Optional<byte[]> bytes = files.readClassFile(file);
        try {
            return bytes.isPresent()
                    && ClassFile.read(bytes.get()).annotations().contains(Contract.NEEDS_ALLOCATOR_ANNOTATION);
        } catch (MalformedClassFileException e) {
            // No JVM can load it either.
            return false;
        }
    }
}
