package dev.heapwright.processor;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** Keeps what a compiler writes in memory, where file systems and their encodings do not matter. */
class MemoryFileManager extends ForwardingJavaFileManager<JavaFileManager> {
    private final Map<String, Output> written = new TreeMap<>();

    MemoryFileManager() {
        super(ToolProvider.getSystemJavaCompiler().getStandardFileManager(null, null, StandardCharsets.UTF_8));
    }

    /** {@return the contents of all that was written, by path from the root of the output} */
    Map<String, String> written() {
        Map<String, String> contents = new TreeMap<>();
        written.forEach((path, output) -> contents.put(path, output.getCharContent(true)));
        return contents;
    }

    /** {@return the class files, by the names of the classes} */
    Map<String, byte[]> classes() {
        Map<String, byte[]> classes = new TreeMap<>();
        written.forEach((path, output) -> {
            if (path.endsWith(".class")) {
                String name =
                        path.substring(0, path.length() - ".class".length()).replace('/', '.');
                classes.put(name, output.content.toByteArray());
            }
        });
        return classes;
    }

    /** Writes all of it below a folder, where another compilation may find it. */
    void save(Path folder) throws IOException {
        for (Map.Entry<String, Output> output : written.entrySet()) {
            Path file = folder.resolve(output.getKey());
            Files.createDirectories(file.getParent());
            Files.write(file, output.getValue().content.toByteArray());
        }
    }

    @Override
    public JavaFileObject getJavaFileForOutput(
            Location location, String className, JavaFileObject.Kind kind, FileObject sibling) {
        return output(className.replace('.', '/') + kind.extension, kind);
    }

    @Override
    public FileObject getFileForOutput(Location location, String packageName, String relativeName, FileObject sibling)
            throws IOException {
        return resource(relativeName);
    }

    /** Overrides the method of Java 18 and newer. */
    public JavaFileObject getJavaFileForOutputForOriginatingFiles(
            Location location, String className, JavaFileObject.Kind kind, FileObject... originating) {
        return output(className.replace('.', '/') + kind.extension, kind);
    }

    /** Overrides the method of Java 18 and newer. */
    public FileObject getFileForOutputForOriginatingFiles(
            Location location, String packageName, String relativeName, FileObject... originating) throws IOException {
        return resource(relativeName);
    }

    @Override
    public boolean isSameFile(FileObject a, FileObject b) {
        return a.toUri().equals(b.toUri());
    }

    /** {@return the file to write a resource to} */
    FileObject resource(String path) throws IOException {
        return output(path, JavaFileObject.Kind.OTHER);
    }

    private Output output(String path, JavaFileObject.Kind kind) {
        return written.computeIfAbsent(path, each -> new Output(each, kind));
    }

    private static final class Output extends SimpleJavaFileObject {
        private final ByteArrayOutputStream content = new ByteArrayOutputStream();

        Output(String path, Kind kind) {
            super(URI.create("memory:/" + path.replace("$", "%24")), kind);
        }

        @Override
        public OutputStream openOutputStream() {
            return content;
        }

        @Override
        public String getCharContent(boolean ignoreEncodingErrors) {
            return content.toString(StandardCharsets.UTF_8);
        }
    }
}
