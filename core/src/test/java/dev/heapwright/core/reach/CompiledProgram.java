package dev.heapwright.core.reach;

import dev.heapwright.core.bytecode.ClassCode;
import dev.heapwright.core.bytecode.ClassHeader;
import dev.heapwright.core.bytecode.MalformedClassFileException;
import dev.heapwright.core.name.ClassName;
import dev.heapwright.testing.Javac;
import dev.heapwright.testing.JavacResult;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A program compiled from sources, in which classes named {@code Heap} are consumers, and those within them.
 *
 * @param files the class files, by binary name
 * @param services the names of the providers, by that of the service
 */
record CompiledProgram(Map<String, byte[]> files, ClassIndex index, Map<String, Set<String>> services)
        implements Classes {
    private static final Javac JAVAC = Javac.withClassPath().withOptions(Javac.JAVA_BASE);

    static CompiledProgram of(String... sources) {
        JavacResult result = JAVAC.compile(sources);
        if (!result.succeeded()) {
            throw new IllegalArgumentException(result.messages() + String.join("\n", sources));
        }
        return new CompiledProgram(result.classes());
    }

    CompiledProgram(Map<String, byte[]> files) {
        this(
                files,
                new ClassIndex(path -> files.entrySet().stream()
                        .filter(each -> ClassName.classFile(each.getKey()).equals(path))
                        .map(Map.Entry::getValue)
                        .toList()),
                Map.of());
    }

    /** {@return an allocator named {@code Pool}, with further members, whose functions return 0 after a statement} */
    static String pool(String allocate, String members) {
        return """
                public final class Pool {
                    public static long allocate(long size, long align) { %s return 0; }
                    public static void deallocate(long address, long oldSize, long align) {}
                    %s
                }
                """.formatted(allocate, members);
    }

    /** {@return the way from {@code Pool} to a consumer, step by step} */
    List<String> way() throws IOException {
        return Reach.of("Pool", this).way().stream().map(Step::toString).toList();
    }

    List<String> unknown() throws IOException {
        return Reach.of("Pool", this).unknown();
    }

    @Override
    public Optional<ClassCode> find(String name) throws IOException {
        return index.code(name);
    }

    @Override
    public boolean needsAllocator(String name) {
        return Stream.of(name.split("\\$", -1)).anyMatch("Heap"::equals);
    }

    @Override
    public Collection<ClassHeader> all() {
        List<ClassHeader> headers = new ArrayList<>();
        for (byte[] file : files.values()) {
            try {
                headers.add(ClassHeader.read(file));
            } catch (MalformedClassFileException e) {
                throw new IllegalStateException(e);
            }
        }
        return headers;
    }

    @Override
    public Collection<String> providers(String service) {
        return services.getOrDefault(service, Set.of());
    }
}
