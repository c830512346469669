package dev.heapwright.linker.glue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.heapwright.core.link.Decision;
import dev.heapwright.core.link.GlueOptions;
import dev.heapwright.core.name.ClassName;
import dev.heapwright.core.name.Coordinates;
import dev.heapwright.diagnostic.Diagnostic;
import dev.heapwright.heap.Binding;
import dev.heapwright.linker.testing.ClassFolder;
import dev.heapwright.memory.Memory;
import dev.heapwright.testing.Javac;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The glue compiles without a warning, even if the user has a class named {@code String}, and connects the heap to the
 * allocator.
 */
class GlueCompilationTest {
    private static final Coordinates APP = new Coordinates("com.acme", "my-app", "3.0");
    private static final Coordinates POOL = new Coordinates("com.acme", "pool", "1.2");

    /** Each function's result reveals which function was called, and with which arguments in which order. */
    private static final String TELLTALE = """
            private %s() {}
            private static long deallocated;
            public static long allocate(long size, long align) { return 1_0000 + 100 * size + align; }
            public static void deallocate(long address, long oldSize, long align) {
                deallocated = 2_000000 + 10000 * address + 100 * oldSize + align;
            }
            public static long reallocate(long address, long oldSize, long size, long align) {
                return 3_00000000L + 1000000 * address + 10000 * oldSize + 100 * size + align;
            }
            public static long reallocateInplace(long address, long oldSize, long size, long align) {
                return 4_00000000L + 1000000 * address + 10000 * oldSize + 100 * size + align;
            }
            public static long usableSize(long size, long align) { return 5_0000 + 100 * size + align + deallocated; }
            public static long allocateZeroed(long size, long align) { return 6_0000 + 100 * size + align; }
            """;

    @TempDir
    private Path temporary;

    @Test
    void theHeapCallsATopLevelAllocatorThroughIt() throws Exception {
        heapCalls(
                ClassName.topLevel("com.acme.pool.PoolAllocator"),
                Map.of("com/acme/pool/PoolAllocator.java", """
                package com.acme.pool;
                public final class PoolAllocator {
                %s
                }
                """.formatted(TELLTALE.formatted("PoolAllocator"))));
    }

    @Test
    void theHeapCallsANestedAllocatorThroughIt() throws Exception {
        heapCalls(
                new ClassName("com.acme.Pool$Allocator", "com.acme.Pool.Allocator"),
                Map.of("com/acme/Pool.java", """
                package com.acme;
                public final class Pool {
                    private Pool() {}
                    public static final class Allocator {
                    %s
                    }
                }
                """.formatted(TELLTALE.formatted("Allocator"))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"String", "Long", "System", "Override", "Binding"})
    void aClassInItsOwnPackageMayHaveAnyName(String name) {
        Map<String, String> sources = new TreeMap<>(Map.of(
                "com/acme/my_app/heapwright/" + name + ".java",
                "package com.acme.my_app.heapwright; public final class " + name + " { private " + name + "() {} }"));
        sources.putAll(allocator("com.acme.pool", "PoolAllocator"));
        compile("com.acme.pool.PoolAllocator", sources);
    }

    @ParameterizedTest
    @ValueSource(strings = {"String", "Long", "System", "Override", "Binding", "HeapwrightBinding"})
    void aClassBesideTheAllocatorMayHaveAnyName(String name) {
        Map<String, String> sources = new TreeMap<>(Map.of(
                "com/acme/pool/" + name + ".java",
                "package com.acme.pool; public final class " + name + " { private " + name + "() {} }"));
        sources.putAll(allocator("com.acme.pool", "PoolAllocator"));
        compile("com.acme.pool.PoolAllocator", sources);
    }

    @ParameterizedTest
    @CsvSource({
        "com.acme.pool, String",
        "com.acme.pool, Long",
        "com.acme.pool, System",
        "com.acme.pool, Override",
        "com.acme.pool, Binding",
        "com.acme.pool, HeapwrightBinding",
        "com.acme.my_app.heapwright, Override",
        "com.acme.my_app.heapwright, Binding",
        "dev.heapwright.heap, Override",
        "com.acme.pool, size",
        "com.acme.pool, address",
        "size.pool, Binding",
        "align, Override",
    })
    void theAllocatorMayHaveAnyName(String packageName, String name) {
        compile(packageName + "." + name, allocator(packageName, name));
    }

    @ParameterizedTest
    @CsvSource({
        "com.acme.pool, PoolAllocator",
        "com.acme.pool, CheckedBinding",
        "com.acme.my_app.heapwright, CheckedBinding",
        "dev.heapwright.heap.checked, Override",
        "size.address.oldSize, align",
    })
    void ofCheckedGlueTooTheAllocatorMayHaveAnyName(String packageName, String name) {
        ClassName allocator = ClassName.topLevel(packageName + "." + name);
        compile(
                Glue.of(APP, new Decision.Link(allocator, POOL, "linked explicitly").with(GlueOptions.CHECKED), false),
                allocator(packageName, name));
    }

    @ParameterizedTest
    @CsvSource({
        "com.acme.pool, ObservedBinding",
        "com.acme.my_app.heapwright, ObservedBinding",
        "dev.heapwright.heap.observed, Override",
        "size.address.oldSize, align",
    })
    void ofObservedGlueTooTheAllocatorMayHaveAnyName(String packageName, String name) {
        ClassName allocator = ClassName.topLevel(packageName + "." + name);
        compile(
                Glue.of(APP, new Decision.Link(allocator, POOL, "linked explicitly").with(GlueOptions.OBSERVED), false),
                allocator(packageName, name));
    }

    @Test
    void theHeapChecksThroughCheckedGlue() throws Exception {
        ClassName allocator = ClassName.topLevel("com.acme.pool.PoolAllocator");
        Map<String, String> pool = allocator("com.acme.pool", "PoolAllocator");
        Glue glue =
                Glue.of(APP, new Decision.Link(allocator, POOL, "linked explicitly").with(GlueOptions.CHECKED), false);
        try (URLClassLoader loader = program(glue, compile(glue, pool))) {
            Class<?> heap = loader.loadClass("dev.heapwright.heap.Heap");
            assertEquals(
                    "com.acme.pool.PoolAllocator 1.2 (linked explicitly, checked)",
                    String.valueOf(heap.getMethod("binding").invoke(null)));
            Throwable misuse = assertThrows(InvocationTargetException.class, () -> call(heap, "deallocate", 4096, 8, 8))
                    .getCause();
            assertEquals(
                    "dev.heapwright.heap.checked.MisuseError: [Heapwright/NotLive] "
                            + "deallocate of an address that is not the start of a block",
                    String.valueOf(misuse).lines().findFirst().orElse(""));
        }
    }

    @Test
    void theHeapOfTestsFindsTheirGlueInTheirFolder() throws Exception {
        ClassName allocator = ClassName.topLevel("com.acme.pool.PoolAllocator");
        Glue glue = Glue.of(APP, new Decision.Link(allocator, POOL, "linked explicitly"), true);
        try (URLClassLoader loader = program(glue, compile(glue, allocator("com.acme.pool", "PoolAllocator")))) {
            assertEquals(
                    "com.acme.pool.PoolAllocator 1.2 (linked explicitly)",
                    String.valueOf(loader.loadClass("dev.heapwright.heap.Heap")
                            .getMethod("binding")
                            .invoke(null)));
        }
    }

    @Test
    void withoutTheAllocatorThatItCallsGlueIsNotUsed() throws Exception {
        ClassName allocator = ClassName.topLevel("com.acme.pool.PoolAllocator");
        Glue glue = Glue.of(APP, new Decision.Link(allocator, POOL, "linked explicitly"), false);
        Path classes = compile(glue, allocator("com.acme.pool", "PoolAllocator"));
        Files.delete(classes.resolve(allocator.classFile()));
        try (URLClassLoader loader = program(glue, classes)) {
            Class<?> heap = loader.loadClass("dev.heapwright.heap.Heap");
            String error =
                    String.valueOf(assertThrows(InvocationTargetException.class, () -> call(heap, "allocate", 8, 8))
                            .getCause());
            assertEquals(
                    List.of(
                            "dev.heapwright.heap.BindingError: [Heapwright/NotBound] the binding of this program's heap cannot"
                                    + " be loaded",
                            "    dev.heapwright.heap.Binding: Provider com.acme.my_app.heapwright.HeapwrightBinding could not be"
                                    + " instantiated: java.lang.NoClassDefFoundError: com/acme/pool/PoolAllocator"),
                    error.lines().limit(2).toList());
        }
    }

    private static Map<String, String> allocator(String packageName, String name) {
        return Map.of(
                packageName.replace('.', '/') + "/" + name + ".java",
                ClassFolder.allocator(packageName, "public final class " + name)
                        .replace("@dev.heapwright.annotations.Allocator\n", ""));
    }

    /** Compiles the user's sources and glue together, as the module's build would. */
    private Path compile(String allocator, Map<String, String> users) {
        return compile(
                Glue.of(APP, new Decision.Link(ClassName.topLevel(allocator), POOL, "linked explicitly"), false),
                users);
    }

    private Path compile(Glue glue, Map<String, String> users) {
        Path classes = temporary.resolve("classes");
        Map<String, String> sources = new TreeMap<>(users);
        sources.putAll(glue.sources());
        new ClassFolder(classes)
                .compile(
                        sources,
                        Javac.locationOf(Binding.class),
                        Javac.locationOf(Memory.class),
                        Javac.locationOf(Diagnostic.class));
        return classes;
    }

    private void heapCalls(ClassName allocator, Map<String, String> users) throws Exception {
        Set<String> optional = Set.of("allocateZeroed");
        Glue glue = Glue.of(
                APP, new Decision.Link(allocator, optional, POOL, "linked explicitly", GlueOptions.PLAIN), false);
        try (URLClassLoader loader = program(glue, compile(glue, users))) {
            Class<?> heap = loader.loadClass("dev.heapwright.heap.Heap");
            assertEquals(
                    allocator + " 1.2 (linked explicitly)",
                    String.valueOf(heap.getMethod("binding").invoke(null)));
            assertEquals(1_0708L, call(heap, "allocate", 7, 8));
            assertEquals(3_03050708L, call(heap, "reallocate", 3, 5, 7, 8));
            assertEquals(4_03050708L, call(heap, "reallocateInplace", 3, 5, 7, 8));
            assertEquals(5_0708L, call(heap, "usableSize", 7, 8));
            assertEquals(6_0708L, call(heap, "allocateZeroed", 7, 8));
            call(heap, "deallocate", 3, 5, 8);
            assertEquals(5_0708L + 2_030508L, call(heap, "usableSize", 7, 8));
        }
    }

    /** {@return a class loader for the classes and the glue's resources, with its own copy of the heap} */
    private static URLClassLoader program(Glue glue, Path classes) throws IOException {
        ClassFolder folder = new ClassFolder(classes);
        for (Map.Entry<String, String> resource : glue.resources().entrySet()) {
            folder.write(resource.getKey(), resource.getValue());
        }
        URL[] classPath = {
            url(classes),
            url(Javac.locationOf(Binding.class)),
            url(Javac.locationOf(Memory.class)),
            url(Javac.locationOf(Diagnostic.class))
        };
        return new URLClassLoader(classPath, ClassLoader.getPlatformClassLoader());
    }

    private static Object call(Class<?> heap, String function, long... arguments) throws ReflectiveOperationException {
        Class<?>[] types = new Class<?>[arguments.length];
        Object[] values = new Object[arguments.length];
        for (int i = 0; i < arguments.length; i++) {
            types[i] = long.class;
            values[i] = arguments[i];
        }
        return heap.getMethod(function, types).invoke(null, values);
    }

    private static URL url(Path location) throws MalformedURLException {
        return location.toUri().toURL();
    }
}
