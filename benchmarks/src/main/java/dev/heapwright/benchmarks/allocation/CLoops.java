package dev.heapwright.benchmarks.allocation;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/** The same loops in C, compiled here: the target to reach. */
final class CLoops {
    private final Path program;

    private CLoops(Path program) {
        this.program = program;
    }

    /** A library as an argument of the C program. */
    private record Library(String title, String file, String kind) {}

    /**
     * Adds the figures of C, or prints that there are none.
     *
     * @param folder to compile in
     */
    static void measure(Path folder, Measurements to) throws IOException, InterruptedException {
        try {
            CLoops loops = compiled(folder);
            for (Library library : List.of(
                    new Library("C, system", "", "malloc"),
                    new Library("C, jemalloc", Libraries.extracted("jemalloc").toString(), "mallocx"),
                    new Library("C, mimalloc", Libraries.extracted("mimalloc").toString(), "mimalloc"))) {
                for (int threads = 1; threads <= 2; threads++) {
                    String suffix = threads == 1 ? "" : ", 2 threads";
                    for (int size : new int[] {16, 64, 1024, 4096, 65536}) {
                        to.add(library.title, "pair " + size + suffix, loops.run(library, "pair", size, threads));
                    }
                    to.add(library.title, "constant" + suffix, loops.run(library, "pair", 64, threads));
                    to.add(library.title, "mix" + suffix, loops.run(library, "mix", 0, threads));
                    to.add(library.title, "batch" + suffix, loops.run(library, "batch", 64, threads));
                    to.add(library.title, "cache" + suffix, loops.run(library, "cache", 0, threads));
                }
                to.add(library.title, "handOver", loops.run(library, "handOver", 64, 1));
                to.add(library.title, "growth", loops.run(library, "growth", 0, 1));
            }
        } catch (IOException e) {
            System.out.println("no figures of C: " + e.getMessage());
        }
    }

    private static CLoops compiled(Path folder) throws IOException, InterruptedException {
        Path source = folder.resolve("loop.c");
        try (InputStream content = Objects.requireNonNull(CLoops.class.getResourceAsStream("loop.c"))) {
            Files.write(source, content.readAllBytes());
        }
        Path program = folder.resolve("loop");
        Commands.output(List.of("cc", "-O2", "-o", program.toString(), source.toString(), "-ldl", "-lpthread"));
        return new CLoops(program);
    }

    private double run(Library library, String what, int size, int threads) throws IOException, InterruptedException {
        return Double.parseDouble(Commands.output(List.of(
                        program.toString(),
                        library.file,
                        library.kind,
                        what,
                        Integer.toString(size),
                        Integer.toString(threads)))
                .strip());
    }
}
