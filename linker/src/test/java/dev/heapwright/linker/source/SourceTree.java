package dev.heapwright.linker.source;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A source root.
 *
 * @param root of the sources
 */
record SourceTree(Path root) {

    /** Writes a file. */
    SourceTree with(String file, String text) throws IOException {
        Path path = root.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
        return this;
    }

    /** {@return what is found in it} */
    SourceAllocators find() {
        return SourceAllocators.find(List.of(root), StandardCharsets.UTF_8);
    }

    /** {@return the binary names of what is found in it, where all of it can be read} */
    String names() {
        SourceAllocators found = find();
        if (!found.unreadable().isEmpty()) {
            throw new IllegalStateException(found.unreadable().toString());
        }
        return found.allocators().stream().map(each -> each.name().binary()).collect(joining(", "));
    }
}
