package dev.heapwright.processor;

import dev.heapwright.testing.MemoryFiles;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import javax.tools.FileObject;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardLocation;

/** Adds an in-memory library to the class path, and counts how often each of its class files is opened. */
class LibraryFileManager extends MemoryFiles {
    private final Map<String, byte[]> library;
    private final Map<String, Integer> opened = new TreeMap<>();

    LibraryFileManager(Map<String, byte[]> library) {
        this.library = library;
    }

    /** {@return a library of classes, compiled without a processor} */
    static Map<String, byte[]> library(String... sources) {
        return Compilation.javac().compile(sources).quiet().classes();
    }

    /** {@return how often each class file was opened, by the names of the classes} */
    Map<String, Integer> opened() {
        return opened;
    }

    /** Called with the number of times that a class file has been opened, including this one. */
    void opening(String name, int time) throws IOException {}

    @Override
    public Iterable<JavaFileObject> list(
            Location location, String packageName, Set<JavaFileObject.Kind> kinds, boolean recurse) throws IOException {
        List<JavaFileObject> files = new ArrayList<>();
        super.list(location, packageName, kinds, recurse).forEach(files::add);
        if (location == StandardLocation.CLASS_PATH && kinds.contains(JavaFileObject.Kind.CLASS)) {
            library.keySet().stream()
                    .filter(name -> name.substring(0, name.lastIndexOf('.')).equals(packageName))
                    .map(Input::new)
                    .forEach(files::add);
        }
        return files;
    }

    @Override
    public String inferBinaryName(Location location, JavaFileObject file) {
        return file instanceof Input input ? input.name : super.inferBinaryName(location, file);
    }

    @Override
    public FileObject getFileForInput(Location location, String packageName, String relativeName) throws IOException {
        String name = packageName + "." + relativeName.replaceFirst("\\.class$", "");
        return location == StandardLocation.CLASS_PATH && library.containsKey(name)
                ? new Input(name)
                : super.getFileForInput(location, packageName, relativeName);
    }

    private final class Input extends SimpleJavaFileObject {
        private final String name;

        Input(String name) {
            super(URI.create("memory:/" + name.replace('.', '/').replace("$", "%24") + ".class"), Kind.CLASS);
            this.name = name;
        }

        @Override
        public InputStream openInputStream() throws IOException {
            opening(name, opened.merge(name, 1, Integer::sum));
            return new ByteArrayInputStream(library.get(name));
        }
    }
}
