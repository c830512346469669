package dev.heapwright.benchmarks.build;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;

/** The sources of a module of many classes, each of which calls the next one. */
final class GeneratedModule {
    private GeneratedModule() {}

    /**
     * {@return the sources}
     *
     * @param classes how many there are
     */
    static List<JavaFileObject> plain(int classes) {
        List<JavaFileObject> sources = new ArrayList<>();
        for (int i = 0; i < classes; i++) {
            sources.add(source("com.acme.p%d.C%d".formatted(i / 50, i), type(i, classes)));
        }
        return sources;
    }

    /**
     * {@return the same, plus an allocator whose code reaches some of them}
     *
     * @param classes how many there are without it
     * @param reached how many of them the allocator reaches
     */
    static List<JavaFileObject> withAllocator(int classes, int reached) {
        List<JavaFileObject> sources = plain(classes);
        sources.add(source("com.acme.Pool", """
                package com.acme;

                @dev.heapwright.annotations.Allocator
                public final class Pool {
                    private Pool() {}
                    public static long allocate(long size, long align) { return com.acme.p%d.C%d.next(size); }
                    public static void deallocate(long address, long oldSize, long align) {}
                    public static long reallocate(long address, long oldSize, long size, long align) { return 0; }
                    public static long reallocateInplace(long address, long oldSize, long size, long align) {
                        return oldSize;
                    }
                    public static long usableSize(long size, long align) { return size; }
                }
                """.formatted((classes - reached) / 50, classes - reached)));
        return sources;
    }

    private static String type(int i, int classes) {
        String next = i + 1 < classes ? "com.acme.p%d.C%d.next(value + 1)".formatted((i + 1) / 50, i + 1) : "value";
        return """
                package com.acme.p%d;

                import java.util.ArrayList;
                import java.util.List;
                import java.util.Map;

                public final class C%d {
                    private final Map<String, Integer> counts;
                    private final List<String> names = new ArrayList<>();

                    public C%d(Map<String, Integer> counts) {
                        this.counts = Map.copyOf(counts);
                    }

                    public static long next(long value) {
                        return value < 0 ? value : %s;
                    }

                    public int total() {
                        int total = 0;
                        for (Map.Entry<String, Integer> entry : counts.entrySet()) {
                            if (names.contains(entry.getKey())) {
                                total += entry.getValue();
                            }
                        }
                        return total;
                    }

                    public List<String> longest(int length) {
                        return names.stream().filter(name -> name.length() > length).sorted().toList();
                    }
                }
                """.formatted(i / 50, i, i, next);
    }

    private static JavaFileObject source(String name, String text) {
        URI uri = URI.create("string:///" + name.replace('.', '/') + ".java");
        return new SimpleJavaFileObject(uri, JavaFileObject.Kind.SOURCE) {
            @Override
            public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                return text;
            }
        };
    }
}
