package dev.heapwright.heap;

import dev.heapwright.diagnostic.Diagnostic;
import dev.heapwright.memory.Memory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;

/** A program with its own copy of the heap and glue from any number of artifacts, in its own class loader. */
final class Program implements AutoCloseable {
    private static final String SERVICE = "META-INF/services/dev.heapwright.heap.Binding";

    private final URLClassLoader loader;

    private Program(URLClassLoader loader) {
        this.loader = loader;
    }

    /** {@return a standalone program, which only sees the JDK} */
    static Program of(Path... artifacts) throws IOException {
        return in(ClassLoader.getPlatformClassLoader(), artifacts);
    }

    /** {@return a program in a host that provides classes which the program does not have itself} */
    static Program hostedBy(Program host, Path... artifacts) throws IOException {
        return in(host.loader, artifacts);
    }

    private static Program in(ClassLoader host, Path... artifacts) {
        URL[] classPath = Stream.concat(
                        Stream.of(Heap.class, Memory.class, Diagnostic.class).map(Program::location),
                        Arrays.stream(artifacts).map(Program::url))
                .toArray(URL[]::new);
        return new Program(new OwnClassesFirst(classPath, host));
    }

    /** {@return an artifact with a service file of these lines, and the classes that they name, if there is source} */
    static Path artifact(Path folder, String services, String... sources) throws IOException {
        Path file = folder.resolve(SERVICE);
        Files.createDirectories(file.getParent());
        Files.writeString(file, services);
        int number = 0;
        for (String source : sources) {
            Path sourceFile = Files.createDirectories(folder.resolve("source" + number++))
                    .resolve(source.replaceAll("(?s).*class (\\w+).*", "$1") + ".java");
            Files.writeString(sourceFile, source);
            compile(folder, sourceFile);
        }
        return folder;
    }

    /** {@return an artifact with one class of that name, which binds the heap to that allocator} */
    static Path glue(Path folder, String packageName, String allocator) throws IOException {
        return glue(folder, packageName, allocator, "");
    }

    /** {@return the same, for the tests of a module only} */
    static Path testGlue(Path folder, String packageName, String allocator) throws IOException {
        return glue(folder, packageName, allocator, "protected boolean isForTests() { return true; }");
    }

    /** {@return the same, for a program that is to be started with a library} */
    static Path preloadedGlue(Path folder, String packageName, String allocator, String library) throws IOException {
        return glue(
                folder,
                packageName,
                allocator,
                "protected String processLibrary() { return \"%s\"; }".formatted(library));
    }

    /** {@return a jar with what is in a folder} */
    static Path jar(Path folder) {
        Path jar = folder.resolveSibling(folder.getFileName() + ".jar");
        int result = ToolProvider.findFirst("jar")
                .orElseThrow()
                .run(System.out, System.err, "-cf", jar.toString(), "-C", folder.toString(), ".");
        if (result != 0) {
            throw new IllegalArgumentException(folder + " cannot be put into a jar");
        }
        return jar;
    }

    private static Path glue(Path folder, String packageName, String allocator, String more) throws IOException {
        return artifact(folder, packageName + ".Glue\n", """
                package %s;

                public final class Glue extends dev.heapwright.heap.Binding {
                    public Glue() {
                        super("%s", "1.0", "linked explicitly");
                    }

                    protected long allocate(long size, long align) {
                        return 0;
                    }

                    protected void deallocate(long address, long oldSize, long align) {}

                    protected long reallocate(long address, long oldSize, long size, long align) {
                        return 0;
                    }

                    protected long reallocateInplace(long address, long oldSize, long size, long align) {
                        return oldSize;
                    }

                    protected long usableSize(long size, long align) {
                        return size;
                    }

                    %s
                }
                """.formatted(packageName, allocator, more));
    }

    /** {@return the result of a function of the heap, as text, or the text of the exception} */
    String call(String function, Long... arguments) throws ReflectiveOperationException {
        Class<?>[] types =
                Stream.generate(() -> long.class).limit(arguments.length).toArray(Class<?>[]::new);
        Method method = loader.loadClass(Heap.class.getName()).getMethod(function, types);
        try {
            return String.valueOf(method.invoke(null, (Object[]) arguments));
        } catch (InvocationTargetException e) {
            return String.valueOf(e.getCause());
        }
    }

    @Override
    public void close() throws IOException {
        loader.close();
    }

    private static void compile(Path folder, Path source) {
        int result = ToolProvider.findFirst("javac")
                .orElseThrow()
                .run(
                        System.out,
                        System.err,
                        "-d",
                        folder.toString(),
                        "-proc:none",
                        "-classpath",
                        Path.of(URI.create(location(Heap.class).toString())).toString(),
                        source.toString());
        if (result != 0) {
            throw new IllegalArgumentException(source + " does not compile");
        }
    }

    private static URL location(Class<?> type) {
        return type.getProtectionDomain().getCodeSource().getLocation();
    }

    private static URL url(Path path) {
        try {
            return path.toUri().toURL();
        } catch (MalformedURLException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Like the class loaders of web containers. */
    private static final class OwnClassesFirst extends URLClassLoader {
        OwnClassesFirst(URL[] classPath, ClassLoader host) {
            super(classPath, host);
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            synchronized (getClassLoadingLock(name)) {
                Class<?> loaded = findLoadedClass(name);
                if (loaded != null) {
                    return loaded;
                }
                try {
                    return findClass(name);
                } catch (ClassNotFoundException e) {
                    return super.loadClass(name, resolve);
                }
            }
        }
    }
}
