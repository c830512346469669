package dev.heapwright.processor.reach;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Method;
import java.util.Optional;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;
import javax.tools.FileObject;
import javax.tools.JavaFileObject;
import javax.tools.StandardLocation;
import org.jspecify.annotations.Nullable;

/**
 * Reads class files: those on the class path by name, and those from which the compiler loaded a class, which may also
 * be on the module path or in the output of an earlier compilation. Before Java 18, a compiler does not reveal which
 * file that is. {@code check} covers what is inaccessible here.
 */
final class ClassFileReader {
    private static final @Nullable Method FILE_OBJECT_OF = fileObjectOf();

    private final ProcessingEnvironment environment;

    ClassFileReader(ProcessingEnvironment environment) {
        this.environment = environment;
    }

    /** {@return the class file from which the compiler loaded a class; empty if it does not reveal that} */
    Optional<byte[]> known(TypeElement type) {
        if (FILE_OBJECT_OF == null) {
            return Optional.empty();
        }
        try {
            Object file = FILE_OBJECT_OF.invoke(environment.getElementUtils(), type);
            return file instanceof JavaFileObject known && known.getKind() == JavaFileObject.Kind.CLASS
                    ? Optional.of(bytes(known))
                    : Optional.empty();
        } catch (ReflectiveOperationException | IOException e) {
            // A compiler that does not support this throws an exception.
            return Optional.empty();
        }
    }

    /**
     * {@return the class file of a name on the class path; empty if there is none that is accessible here}
     *
     * @param packageName may be empty
     * @param simpleName may contain dollar signs, and may be {@code package-info}
     */
    Optional<byte[]> onClassPath(String packageName, String simpleName) {
        try {
            return Optional.of(bytes(environment
                    .getFiler()
                    .getResource(StandardLocation.CLASS_PATH, packageName, simpleName + ".class")));
        } catch (IOException | IllegalArgumentException e) {
            // Eclipse's editor, unlike its compiler, does not support reading from the class path.
            return Optional.empty();
        }
    }

    private static byte[] bytes(FileObject file) throws IOException {
        try (InputStream in = file.openInputStream()) {
            return in.readAllBytes();
        }
    }

    private static @Nullable Method fileObjectOf() {
        try {
            return Elements.class.getMethod("getFileObjectOf", Element.class);
        } catch (NoSuchMethodException e) {
            return null;
        }
    }
}
