package dev.heapwright.core.reach;

import dev.heapwright.core.bytecode.ClassCode;
import dev.heapwright.core.bytecode.MalformedClassFileException;
import dev.heapwright.core.name.ClassName;
import dev.heapwright.core.name.JavaNames;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What can be overridden of the JDK that runs this. */
final class JdkMethods {
    private final Map<String, Set<String>> byType = new HashMap<>();

    /** {@return the signatures of a class's methods, with those that it inherits; none if it is not the JDK's} */
    Set<String> of(String type) throws IOException {
        Set<String> known = byType.get(type);
        if (known != null) {
            return known;
        }
        Set<String> signatures = new HashSet<>();
        Optional<ClassCode> code = read(type);
        if (code.isPresent()) {
            code.get().methods().values().stream()
                    .filter(ClassCode.Method::isOverridable)
                    .forEach(method -> signatures.add(method.member().signature()));
            for (String above : code.get().supertypes()) {
                signatures.addAll(of(above));
            }
        }
        byType.put(type, signatures);
        return signatures;
    }

    private static Optional<ClassCode> read(String type) throws IOException {
        if (!JavaNames.isQualifiedName(type)) {
            return Optional.empty();
        }
        try (InputStream in = ClassLoader.getPlatformClassLoader().getResourceAsStream(ClassName.classFile(type))) {
            return in == null ? Optional.empty() : Optional.of(ClassCode.readDeclarations(in.readAllBytes()));
        } catch (MalformedClassFileException e) {
            throw new IOException(type + " of the JDK cannot be read: " + e.getMessage(), e);
        }
    }
}
