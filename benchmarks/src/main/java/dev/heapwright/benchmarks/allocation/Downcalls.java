package dev.heapwright.benchmarks.allocation;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;

/** The most direct calls of C from Java: critical downcalls of the FFM API. */
final class Downcalls {
    static final ValueLayout.OfLong LONG = ValueLayout.JAVA_LONG;
    static final ValueLayout.OfInt INT = ValueLayout.JAVA_INT;

    private Downcalls() {}

    static SymbolLookup library(String name) {
        return SymbolLookup.libraryLookup(Libraries.extracted(name), Arena.global());
    }

    static SymbolLookup system() {
        return Linker.nativeLinker().defaultLookup();
    }

    static MethodHandle returningLong(SymbolLookup symbols, String name, MemoryLayout... parameters) {
        return link(symbols, name, FunctionDescriptor.of(LONG, parameters));
    }

    static MethodHandle returningNothing(SymbolLookup symbols, String name, MemoryLayout... parameters) {
        return link(symbols, name, FunctionDescriptor.ofVoid(parameters));
    }

    private static MethodHandle link(SymbolLookup symbols, String name, FunctionDescriptor type) {
        return Linker.nativeLinker()
                .downcallHandle(symbols.find(name).orElseThrow(), type, Linker.Option.critical(false));
    }
}
