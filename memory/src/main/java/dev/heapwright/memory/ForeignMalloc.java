package dev.heapwright.memory;

import dev.heapwright.memory.ProcessMalloc.Known;
import dev.heapwright.memory.ProcessMalloc.Origin;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** Looks up {@code malloc} in both ways in which it is found: by C code, and by Java code that asks the FFM API. */
final class ForeignMalloc {
    private ForeignMalloc() {}

    /** {@return the library that each of them finds} */
    static Known ofProcess() throws IOException {
        ForeignProcess process = new ForeignProcess();
        Path library = file(process, process, "malloc");
        // It calls main; no allocator replaces it.
        Path cLibrary = file(process, process, "__libc_start_main");
        Path foreign = file(process, ForeignLinker.systemSymbols(), "malloc");
        Origin origin = library.equals(cLibrary)
                ? Origin.C_LIBRARY
                : PreloadedLibraries.contain(library) ? Origin.PRELOADED : Origin.LINKED;
        return new Known(origin, library, Optional.of(foreign).filter(other -> !other.equals(library)));
    }

    private static Path file(ForeignProcess process, Symbols symbols, String function) {
        return process.file(symbols.find(function).orElseThrow(() -> NativeUnavailableError.missing(function)));
    }
}
