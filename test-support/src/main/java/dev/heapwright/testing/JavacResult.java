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
 * The result of a compilation: the messages and the files written.
 *
 * @param succeeded whether the compiler reports success
 * @param diagnostics all messages, in the compiler's order
 * @param written the contents of the files, by path from the root of the output, sorted
 */
public record JavacResult(
        boolean succeeded, List<Diagnostic<? extends JavaFileObject>> diagnostics, Map<String, byte[]> written) {
    private static final String CLASS = ".class";

    /** {@return all messages, each with a line end: {@code Pool.java:5:12: error: message}} */
    public String messages() {
        return diagnostics.stream().map(JavacResult::message).collect(Collectors.joining());
    }

    /**
     * {@return one of the diagnostics, with a line end: file, line and column, if it has a position, kind and message}
     */
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
     * {@return this result, if there are no messages}
     *
     * @throws IllegalArgumentException if there are messages or the compilation failed; includes the messages
     */
    public JavacResult quiet() {
        if (!succeeded || !diagnostics.isEmpty()) {
            throw new IllegalArgumentException(messages());
        }
        return this;
    }

    /** {@return the class files, by binary name} */
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
     * {@return a class, loaded together with those compiled with it}
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
     * Writes all files below a folder, for use by another compilation.
     *
     * @param folder created if necessary
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
