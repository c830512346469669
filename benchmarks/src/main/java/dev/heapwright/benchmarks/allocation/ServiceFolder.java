package dev.heapwright.benchmarks.allocation;

import dev.heapwright.heap.Binding;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Folders for the end of a class path, each with only the service file by which the heap finds the glue of one
 * allocator.
 */
final class ServiceFolder {
    private static final Map<String, Class<? extends Binding>> GLUE = Map.of(
            "system",
            SystemGlue.class,
            "jemalloc",
            JemallocGlue.class,
            "jemalloc-checked",
            CheckedJemallocGlue.class,
            "jemalloc-observed",
            ObservedJemallocGlue.class,
            "mimalloc",
            MimallocGlue.class);
    private static final Map<String, Path> FOLDERS = new ConcurrentHashMap<>();

    private ServiceFolder() {}

    /**
     * {@return the folder, which is deleted when this JVM ends}
     *
     * @param binding the allocator's name
     */
    static Path of(String binding) {
        return FOLDERS.computeIfAbsent(binding, ServiceFolder::make);
    }

    private static Path make(String binding) {
        try {
            Path folder = Files.createTempDirectory("binding-" + binding);
            Path information = folder.resolve("META-INF");
            Path services = Files.createDirectories(information.resolve("services"));
            Path service = Files.writeString(
                    services.resolve(Binding.class.getName()),
                    Objects.requireNonNull(GLUE.get(binding), binding).getName());
            // The JVM deletes in reverse order, and thus each folder after its content.
            List.of(folder, information, services, service)
                    .forEach(each -> each.toFile().deleteOnExit());
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
