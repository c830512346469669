package dev.heapwright.natives;

import dev.heapwright.jemalloc.JemallocAllocator;
import dev.heapwright.mimalloc.MimallocAllocator;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** The allocators that are written in C. */
enum NativeAllocator {
    JEMALLOC(JemallocAllocator.class),
    MIMALLOC(MimallocAllocator.class);

    /** The folder of the files, with a trailing slash. */
    static final String FOLDER = "META-INF/heapwright-natives/";

    private final Class<?> type;

    NativeAllocator(Class<?> type) {
        this.type = type;
    }

    Class<?> type() {
        return type;
    }

    /** The name of its library. */
    String library() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The module that contains it. */
    String module() {
        return "dev.heapwright.allocators";
    }

    /** The SHA-256 of each file in the list that it was built with. */
    Map<String, String> list() throws IOException {
        String path = "/" + FOLDER + library() + ".sha256";
        try (InputStream list = Objects.requireNonNull(type.getResourceAsStream(path), path)) {
            Map<String, String> files = new TreeMap<>();
            new String(list.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .forEach(line -> files.put(line.substring(66), line.substring(0, 64)));
            return files;
        }
    }

    /** The file in the list for this machine. */
    String file() throws IOException {
        String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        String platform = (system.startsWith("mac") ? "macos" : system.startsWith("windows") ? "windows" : system)
                + (System.getProperty("os.arch", "").equals("aarch64") ? "/arm64/" : "/x64/");
        return list().keySet().stream()
                .filter(file -> file.startsWith(FOLDER + platform))
                .findFirst()
                .orElseThrow();
    }
}
