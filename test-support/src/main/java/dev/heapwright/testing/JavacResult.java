package dev.heapwright.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;

/**
 * What a compiler said of sources, and what it wrote.
 *
 * @param succeeded whether it says that there was no error
 * @param diagnostics all that it said, in its order
 * @param written the contents of the files, by path from the root of the output, sorted
 */
public record JavacResult(
        boolean succeeded, List<Diagnostic<? extends JavaFileObject>> diagnostics, Map<String, byte[]> written) {
    private static final String CLASS = ".class";

    /** {@return all that the compiler said, each with a line end: {@code Pool.java:5:12: error: message}} */
    public String messages() {
        return diagnostics.stream().map(JavacResult::message).collect(Collectors.joining());
    }

    /** {@return one of the diagnostics, with a line end: file, line and column, if it has a place, kind and message} */
    public static String message(Diagnostic<? extends JavaFileObject> diagnostic) {
        JavaFileObject file = diagnostic.getSource();
        String place = file == null
                ? ""
                : file.getName().replaceFirst(".*/", "")
                        + ":" + diagnostic.getLineNumber()
                        + ":" + diagnostic.getColumnNumber()
                        + ": ";
        String kind = diagnostic.getKind().toString().toLowerCase(Locale.ROOT);
        return place + kind + ": " + diagnostic.getMessage(Locale.ROOT) + "\n";
    }

    /**
     * {@return this, of which nothing was said}
     *
     * @throws IllegalArgumentException if the compiler said anything or failed, with what it said
     */
    public JavacResult quiet() {
        if (!succeeded || !diagnostics.isEmpty()) {
            throw new IllegalArgumentException(messages());
        }
        return this;
    }

    /** {@return the class files, by the binary names of the classes} */
    public Map<String, byte[]> classes() {
        Map<String, byte[]> classes = new TreeMap<>();
        written.forEach((path, content) -> {
            if (path.endsWith(CLASS)) {
                classes.put(path.substring(0, path.length() - CLASS.length()).replace('/', '.'), content);
            }
        });
        return classes;
    }

    /**
     * {@return a class, loaded together with those that were compiled with it}
     *
     * @param name its binary name
     */
    public Class<?> load(String name) {
        Map<String, byte[]> classes = classes();
        try {
            return new ClassLoader(JavacResult.class.getClassLoader()) {
                @Override
                protected Class<?> findClass(String each) throws ClassNotFoundException {
                    byte[] bytes = classes.get(each);
                    if (bytes == null) {
                        throw new ClassNotFoundException(each);
                    }
                    return defineClass(each, bytes, 0, bytes.length);
                }
            }.loadClass(name);
        } catch (ClassNotFoundException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /**
     * Writes all files below a folder, where another compilation may find them.
     *
     * @param folder made if need be
     */
    public void save(Path folder) {
        try {
            Files.createDirectories(folder);
            for (Map.Entry<String, byte[]> file : written.entrySet()) {
                Path path = folder.resolve(file.getKey());
                Files.createDirectories(path.getParent());
                Files.write(path, file.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
