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

    /** Where the files are, with a slash at the end. */
    static final String FOLDER = "META-INF/heapwright-natives/";

    private final Class<?> type;

    NativeAllocator(Class<?> type) {
        this.type = type;
    }

    Class<?> type() {
        return type;
    }

    /** What it calls its library. */
    String library() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The module that has it. */
    String module() {
        return "dev.heapwright.allocators";
    }

    /** For each file of the list that it was built with, the SHA-256. */
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

    /** The file of the list for this machine, which is one that the tests run on. */
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
