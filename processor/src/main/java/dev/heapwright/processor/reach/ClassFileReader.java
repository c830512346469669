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
 * Reads the class file from which the compiler knows a class: on the class path, on the module path, or in the output
 * of an earlier compilation. Before Java 18, a compiler does not tell which file that is, and can be asked for those of
 * the class path only.
 */
final class ClassFileReader {
    private static final @Nullable Method FILE_OBJECT_OF = fileObjectOf();

    private final ProcessingEnvironment environment;

    ClassFileReader(ProcessingEnvironment environment) {
        this.environment = environment;
    }

    /** {@return the class file; empty if it cannot be seen from here: what it holds, {@code check} sees} */
    Optional<byte[]> read(TypeElement type) {
        return known(type).or(() -> onClassPath(type));
    }

    private Optional<byte[]> known(TypeElement type) {
        if (FILE_OBJECT_OF == null) {
            return Optional.empty();
        }
        try {
            Object file = FILE_OBJECT_OF.invoke(environment.getElementUtils(), type);
            return file instanceof JavaFileObject known && known.getKind() == JavaFileObject.Kind.CLASS
                    ? Optional.of(bytes(known))
                    : Optional.empty();
        } catch (ReflectiveOperationException | IOException e) {
            // A compiler that does not tell refuses with an exception.
            return Optional.empty();
        }
    }

    private Optional<byte[]> onClassPath(TypeElement type) {
        Elements elements = environment.getElementUtils();
        String packageName = elements.getPackageOf(type).getQualifiedName().toString();
        String name = elements.getBinaryName(type).toString();
        String file = name.substring(packageName.isEmpty() ? 0 : packageName.length() + 1) + ".class";
        try {
            return Optional.of(
                    bytes(environment.getFiler().getResource(StandardLocation.CLASS_PATH, packageName, file)));
        } catch (IOException e) {
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
