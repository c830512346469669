package dev.heapwright.benchmarks;

import dev.heapwright.benchmarks.allocation.AllocationReport;
import dev.heapwright.benchmarks.allocation.CheckedReport;
import dev.heapwright.benchmarks.arrow.ArrowReport;
import dev.heapwright.benchmarks.build.BuildReport;
import dev.heapwright.benchmarks.foreign.ForeignReport;
import dev.heapwright.benchmarks.netty.NettyReport;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Benchmarks that are run together, by one name, in the order of the list. */
enum Suite {
    MEMORY("Memory beside Unsafe and MemorySegment", Ratios.OPTIONS, Ratios::run),
    ALLOCATION("the heap beside all other ways to get native memory", AllocationReport.OPTIONS, AllocationReport::run),
    CHECKED("what checked glue costs", CheckedReport.OPTIONS, CheckedReport::run),
    FOREIGN("arenas of the heap beside those of the JDK", ForeignReport.OPTIONS, ForeignReport::run),
    NETTY("buffers of the heap beside those of Netty", NettyReport.OPTIONS, NettyReport::run),
    ARROW("vectors on the heap beside those on Arrow's own managers", ArrowReport.OPTIONS, ArrowReport::run),
    BUILD("what a build pays for Heapwright", BuildReport.OPTIONS, BuildReport::run);

    private final String summary;
    private final List<Option> options;
    private final Program program;

    /** What a suite runs. */
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
     * @param title as a user writes it
     * @throws UsageException if there is none; the message has the nearest
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

    /** {@return what can be set for it} */
    List<Option> options() {
        return options;
    }

    void run(Settings settings) throws Exception {
        program.run(settings);
    }
}
