package dev.heapwright.benchmarks;

import dev.heapwright.benchmarks.allocation.AllocationReport;
import dev.heapwright.benchmarks.allocation.CatalogueReport;
import dev.heapwright.benchmarks.allocation.CheckedReport;
import dev.heapwright.benchmarks.allocation.ObservedReport;
import dev.heapwright.benchmarks.arrow.ArrowReport;
import dev.heapwright.benchmarks.build.BuildReport;
import dev.heapwright.benchmarks.foreign.ForeignReport;
import dev.heapwright.benchmarks.netty.NettyReport;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Benchmarks that are run together under one name, in the order of the list. */
enum Suite {
    MEMORY("Memory compared with Unsafe and MemorySegment", Ratios.OPTIONS, Ratios::run),
    ALLOCATION(
            "the heap compared with all other ways to allocate native memory",
            AllocationReport.OPTIONS,
            AllocationReport::run),
    CHECKED("the cost of checked glue", CheckedReport.OPTIONS, CheckedReport::run),
    OBSERVED("the cost of observed glue", ObservedReport.OPTIONS, ObservedReport::run),
    CATALOGUE("the allocators of the catalogue compared with jemalloc", CatalogueReport.OPTIONS, CatalogueReport::run),
    FOREIGN("arenas on the heap compared with those of the JDK", ForeignReport.OPTIONS, ForeignReport::run),
    NETTY("buffers on the heap compared with those of Netty", NettyReport.OPTIONS, NettyReport::run),
    ARROW("vectors on the heap compared with those on Arrow's own managers", ArrowReport.OPTIONS, ArrowReport::run),
    BUILD("the cost of Heapwright in a build", BuildReport.OPTIONS, BuildReport::run);

    private final String summary;
    private final List<Option> options;
    private final Program program;

    /** The code of a suite. */
    private interface Program {
        void run(Settings settings) throws Exception;
    }

    Suite(String summary, List<Option> options, Program program) {
        this.summary = summary;
        this.options = options;
        this.program = program;
    }

    /**
     * {@return the suite of this name}
     *
     * @param title as the user writes it
     * @throws UsageException if there is none; the message names the nearest
     */
    static Suite of(String title) {
        return Stream.of(values())
                .filter(suite -> suite.title().equals(title))
                .findFirst()
                .orElseThrow(() -> UsageException.unknown(
                        "suite", title, Stream.of(values()).map(Suite::title).toList()));
    }

    /** {@return the name that a user writes} */
    String title() {
        return name().toLowerCase(Locale.ROOT);
    }

    String summary() {
        return summary;
    }

    /** {@return its options} */
    List<Option> options() {
        return options;
    }

    void run(Settings settings) throws Exception {
        program.run(settings);
    }
}
