package dev.heapwright.testing;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/**
 * The files of one compilation: its output stays in memory, where file systems and their encodings do not matter, and
 * its input is on the class path and the module path according to its options.
 */
public class MemoryFiles extends ForwardingJavaFileManager<JavaFileManager> {
    private final Map<String, Output> written = new TreeMap<>();

    /** Creates the files of a compilation, initially without output. */
    public MemoryFiles() {
        super(ToolProvider.getSystemJavaCompiler().getStandardFileManager(null, null, StandardCharsets.UTF_8));
    }

    /** {@return a copy of everything written, by path from the root of the output} */
    public final Map<String, byte[]> written() {
        Map<String, byte[]> contents = new TreeMap<>();
        written.forEach((path, output) -> contents.put(path, output.content.toByteArray()));
        return contents;
    }

    @Override
    public JavaFileObject getJavaFileForOutput(
            Location location, String className, JavaFileObject.Kind kind, FileObject sibling) {
        return output(className.replace('.', '/') + kind.extension, kind);
    }

    @Override
    public FileObject getFileForOutput(Location location, String packageName, String relativeName, FileObject sibling)
            throws IOException {
        return resource(path(packageName, relativeName));
    }

    /** Overrides the method of Java 18 and newer. */
    public JavaFileObject getJavaFileForOutputForOriginatingFiles(
            Location location, String className, JavaFileObject.Kind kind, FileObject... originating) {
        return output(className.replace('.', '/') + kind.extension, kind);
    }

    /** Overrides the method of Java 18 and newer. */
    public FileObject getFileForOutputForOriginatingFiles(
            Location location, String packageName, String relativeName, FileObject... originating) throws IOException {
        return resource(path(packageName, relativeName));
    }

    private static String path(String packageName, String relativeName) {
        return packageName.isEmpty() ? relativeName : packageName.replace('.', '/') + "/" + relativeName;
    }

    @Override
    public boolean isSameFile(FileObject a, FileObject b) {
        return a.toUri().equals(b.toUri());
    }

    /**
     * {@return the file to write a resource to}
     *
     * @param path from the root of the output
     * @throws IOException never here; a test may override this to simulate a full disk
     */
    protected FileObject resource(String path) throws IOException {
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
        public InputStream openInputStream() {
            return new ByteArrayInputStream(content.toByteArray());
        }

        @Override
        public String getCharContent(boolean ignoreEncodingErrors) {
            return content.toString(StandardCharsets.UTF_8);
        }
    }
}
