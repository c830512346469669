package dev.heapwright.processor;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** Keeps the class files of a compilation in memory, and loads classes from them. */
final class ClassFiles extends ForwardingJavaFileManager<JavaFileManager> {
    private final Map<String, ByteArrayOutputStream> byName = new HashMap<>();

    ClassFiles() {
        super(ToolProvider.getSystemJavaCompiler().getStandardFileManager(null, null, null));
    }

    @Override
    public JavaFileObject getJavaFileForOutput(
            Location location, String className, JavaFileObject.Kind kind, FileObject sibling) {
        return new SimpleJavaFileObject(URI.create("memory:/" + className.replace("$", "%24")), kind) {
            @Override
            public OutputStream openOutputStream() {
                return byName.computeIfAbsent(className, each -> new ByteArrayOutputStream());
            }
        };
    }

    /** Overrides the method of Java 18 and newer. */
    public JavaFileObject getJavaFileForOutputForOriginatingFiles(
            Location location, String className, JavaFileObject.Kind kind, FileObject... originating) {
        return getJavaFileForOutput(location, className, kind, originating[0]);
    }

    Class<?> load(String name) {
        try {
            return new ClassLoader(ClassFiles.class.getClassLoader()) {
                @Override
                protected Class<?> findClass(String each) {
                    byte[] bytes = Objects.requireNonNull(byName.get(each)).toByteArray();
                    return defineClass(each, bytes, 0, bytes.length);
                }
            }.loadClass(name);
        } catch (ClassNotFoundException e) {
            throw new AssertionError(e);
        }
    }
}
