package dev.heapwright.heap;

/** A program that its host replaces, as web containers do. */
public final class RedeployedProgram {
    /** How often it is replaced. */
    public static final int PROGRAMS = 5;

    /** The host, which says on its standard error how many class loaders were not collected. */
    public static final String HOST = """
            package com.acme;

            import dev.heapwright.heap.Heap;
            import java.lang.ref.PhantomReference;
            import java.lang.ref.ReferenceQueue;
            import java.net.*;
            import java.nio.file.Path;
            import java.util.*;

            public final class Main {
                public static void main(String[] args) throws Exception {
                    List<PhantomReference<ClassLoader>> loaders = new ArrayList<>();
                    for (int i = 0; i < %d; i++) {
                        loaders.add(deploy());
                    }
                    long end = System.nanoTime() + 60_000_000_000L;
                    long left;
                    do {
                        System.gc();
                        Thread.sleep(20);
                        left = loaders.stream().filter(loader -> !loader.refersTo(null)).count();
                    } while (left > 0 && System.nanoTime() < end);
                    System.err.println("class loaders left: " + left);
                    Runtime.getRuntime().halt(0);
                }

                private static PhantomReference<ClassLoader> deploy() throws Exception {
                    List<URL> classPath = new ArrayList<>();
                    for (String path : System.getProperty("java.class.path").split(":|;(?=.:)")) {
                        classPath.add(Path.of(path).toUri().toURL());
                    }
                    var loader = new URLClassLoader(classPath.toArray(URL[]::new), ClassLoader.getPlatformClassLoader());
                    Thread.currentThread().setContextClassLoader(loader);
                    loader.loadClass("com.acme.Main$Program").getMethod("serve").invoke(null);
                    Thread.currentThread().setContextClassLoader(null);
                    loader.close();
                    return new PhantomReference<>(loader, new ReferenceQueue<>());
                }

                public static final class Program {
                    public static void serve() {
                        Heap.allocate(64, 8);
                    }
                }
            }
            """.formatted(PROGRAMS);

    private RedeployedProgram() {}
}
