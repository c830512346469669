package dev.heapwright.benchmarks.build;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Looks at the live heap of a build now and then, when a module begins: as its log tells. */
final class HeapWatch implements AutoCloseable {
    private static final Pattern MODULE = Pattern.compile(".*\\[INFO\\] Building .* \\[(\\d+)/(\\d+)\\].*");
    /** How often in a build, and how often in the last tenth of it. */
    private static final int LOOKS = 10;

    private final Process process;
    private final List<Double> seen = new ArrayList<>();
    private final List<Double> seenLast = new ArrayList<>();
    private @Nullable LiveHeap heap;

    /**
     * What was live, in MB.
     *
     * @param most that was seen, with what a compiler had in its hands at that moment
     * @param kept the least that was seen in the last tenth of the modules: what the build has piled up
     */
    record Live(double most, double kept) {}

    /**
     * Begins.
     *
     * @param process Maven
     */
    HeapWatch(Process process) {
        this.process = process;
    }

    /**
     * Looks, if it is time to.
     *
     * @param line of the log of a build of {@value #LOOKS} modules or more
     * @throws IOException if the build cannot be looked into
     */
    void read(String line) throws IOException {
        Matcher module = MODULE.matcher(line);
        if (!module.matches()) {
            return;
        }
        int number = Integer.parseInt(module.group(1));
        int modules = Integer.parseInt(module.group(2));
        boolean isLast = number > modules - modules / LOOKS;
        int step = modules / LOOKS;
        if (number % (isLast ? Math.max(1, step / LOOKS) : step) == 0) {
            LiveHeap live = heap == null ? LiveHeap.of(process) : heap;
            heap = live;
            live.look().ifPresent(megabytes -> (isLast ? seenLast : seen).add(megabytes));
        }
    }

    /** {@return what was seen} */
    Live live() {
        double kept = Collections.min(seenLast);
        return new Live(Math.max(Collections.max(seen), Collections.max(seenLast)), kept);
    }

    @Override
    public void close() {
        if (heap != null) {
            heap.close();
        }
    }
}
