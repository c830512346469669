package com.acme;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A program that is started with an allocator. */
public final class Main {
    private Main() {}

    /** Prints the allocators' libraries that are mapped into its process. */
    public static void main(String[] arguments) throws IOException {
        try (var lines = Files.lines(Path.of("/proc/self/maps"))) {
            lines.map(line -> line.replaceFirst(".*/", ""))
                    .filter(file -> file.contains("malloc"))
                    .distinct()
                    .forEach(file -> System.out.println("mapped: " + file));
        }
    }
}
