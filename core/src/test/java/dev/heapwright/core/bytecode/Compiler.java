package dev.heapwright.core.bytecode;

import dev.heapwright.testing.Javac;
import dev.heapwright.testing.JavacResult;
import dev.heapwright.testing.Source;
import java.util.List;
import java.util.Map;

/** Compiles a class together with the annotation: this module does not depend on the one that declares it. */
final class Compiler {
    private static final Javac JAVAC = Javac.withClassPath().withOptions(Javac.JAVA_BASE);
    private static final Source ANNOTATION =
            Source.of("package dev.heapwright.annotations;\npublic @interface Allocator {}\n");

    private Compiler() {}

    /**
     * {@return the class files, by binary name}
     *
     * @param name of the class that the file is named after
     */
    static Map<String, byte[]> compile(String name, String source) {
        JavacResult result = JAVAC.compile(List.of(ANNOTATION, Source.of(name.replace('.', '/') + ".java", source)));
        // There may be warnings, such as that strictfp is obsolete.
        if (!result.succeeded()) {
            throw new IllegalArgumentException(result.messages());
        }
        return result.classes();
    }
}
