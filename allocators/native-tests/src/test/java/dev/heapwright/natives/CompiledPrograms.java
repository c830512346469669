package dev.heapwright.natives;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.tools.ToolProvider;

/** Compiles generated sources on the class path of the tests, into a folder that is kept for inspection. */
final class CompiledPrograms {
    private CompiledPrograms() {}

    /**
     * Compiles glue for an allocator, which calls it like generated glue, and registers it.
     *
     * @param folder to put it in
     * @param allocator to bind the heap to
     */
    static void glue(Path folder, Class<?> allocator) throws IOException {
        compile(folder, List.of("Glue"), List.of("""
                public final class Glue extends dev.heapwright.heap.Binding {
                    public Glue() {
                        super("%1$s", "", "for a test");
                    }

                    @Override
                    protected long allocate(long size, long align) {
                        return %1$s.allocate(size, align);
                    }

                    @Override
                    protected long allocateZeroed(long size, long align) {
                        return %1$s.allocateZeroed(size, align);
                    }

                    @Override
                    protected void deallocate(long address, long oldSize, long align) {
                        %1$s.deallocate(address, oldSize, align);
                    }

                    @Override
                    protected long reallocate(long address, long oldSize, long size, long align) {
                        return %1$s.reallocate(address, oldSize, size, align);
                    }

                    @Override
                    protected long reallocateInplace(long address, long oldSize, long size, long align) {
                        return %1$s.reallocateInplace(address, oldSize, size, align);
                    }

                    @Override
                    protected long usableSize(long size, long align) {
                        return %1$s.usableSize(size, align);
                    }
                }
                """.formatted(allocator.getName())));
        Path services = Files.createDirectories(folder.resolve("META-INF/services"));
        Files.writeString(services.resolve("dev.heapwright.heap.Binding"), "Glue\n");
    }

    /**
     * Compiles classes.
     *
     * @param folder to put sources and classes in
     * @param names of the classes, which are in the unnamed package
     * @param sources in the order of the names
     */
    static void compile(Path folder, List<String> names, List<String> sources) throws IOException {
        Files.createDirectories(folder);
        List<String> arguments = new ArrayList<>(List.of(
                "-proc:none",
                "-d",
                folder.toString(),
                "-classpath",
                ClassPath.ofTheTests().toString()));
        for (int i = 0; i < names.size(); i++) {
            Path source = folder.resolve(names.get(i) + ".java");
            Files.writeString(source, sources.get(i));
            arguments.add(source.toString());
        }
        ByteArrayOutputStream messages = new ByteArrayOutputStream();
        int result =
                ToolProvider.getSystemJavaCompiler().run(null, messages, messages, arguments.toArray(String[]::new));
        assertEquals(0, result, messages.toString(StandardCharsets.UTF_8));
    }
}
