package dev.heapwright.natives;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.jar.JarFile;
import java.util.stream.Stream;

/**
 * The class path of a program.
 *
 * @param elements jars and folders
 */
record ClassPath(List<Path> elements) {
    static ClassPath ofTheTests() {
        return new ClassPath(Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator, -1))
                .map(Path::of)
                .filter(Files::exists)
                .toList());
    }

    /** The elements that have any of these resources. */
    ClassPath with(String... resources) {
        return only(element -> Arrays.stream(resources).anyMatch(resource -> has(element, resource)));
    }

    /** The elements that do not have this resource. */
    ClassPath without(String resource) {
        return only(element -> !has(element, resource));
    }

    ClassPath before(ClassPath others) {
        return new ClassPath(
                Stream.concat(elements.stream(), others.elements.stream()).toList());
    }

    /** The resource that has the class. */
    static String resource(Class<?> type) {
        return type.getName().replace('.', '/') + ".class";
    }

    @Override
    public String toString() {
        return String.join(
                File.pathSeparator, elements.stream().map(Path::toString).toList());
    }

    private ClassPath only(Predicate<Path> wanted) {
        return new ClassPath(elements.stream().filter(wanted).toList());
    }

    private static boolean has(Path element, String resource) {
        if (Files.isDirectory(element)) {
            return Files.exists(element.resolve(resource));
        }
        try (JarFile jar = new JarFile(element.toFile())) {
            return jar.getEntry(resource) != null;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
