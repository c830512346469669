package dev.heapwright.memory;

import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodType;
import java.nio.file.Path;
import java.util.OptionalLong;

/** The linker of the FFM API: native functions, of the C library or of a library file, as method handles. */
// If native access is denied, the error says so and names the option that allows it.
@SuppressWarnings("restricted")
final class ForeignLinker {
    private static final Linker.Option[] ORDINARY = {};

    private ForeignLinker() {}

    /** The functions of the C library. */
    static Symbols systemSymbols() {
        ForeignEarlyLink.await();
        return new ForeignSymbols(Linker.nativeLinker().defaultLookup());
    }

    /** The functions of a library file, which is loaded and remains loaded until the JVM ends. */
    static Symbols librarySymbols(Path file) {
        ForeignEarlyLink.await();
        return new ForeignSymbols(SymbolLookup.libraryLookup(file, Arena.global()));
    }

    /** Creates a handle of a function of the C library; the parameters are those of {@link #downcall}. */
    static MethodHandle systemFunction(String name, MethodType type, boolean critical) {
        return function(systemSymbols(), name, type, critical);
    }

    /** Creates a handle of a function that is found among some; the parameters are those of {@link #downcall}. */
    static MethodHandle function(Symbols symbols, String name, MethodType type, boolean critical) {
        OptionalLong symbol = symbols.find(name);
        if (symbol.isEmpty()) {
            throw NativeUnavailableError.missing(name);
        }
        return downcall(symbol.getAsLong(), type, critical);
    }

    /**
     * Creates a handle of a function.
     *
     * @param symbol its address, from {@link Symbols#find}
     * @param type consisting of {@code long}s, which represent pointers and {@code size_t}, so addresses must have 64
     *     bits, and of {@code int}s
     * @param critical whether it is called without leaving the Java state of the thread; see {@link
     *     NativeLibrary#criticalFunction}
     */
    static MethodHandle downcall(long symbol, MethodType type, boolean critical) {
        ForeignEarlyLink.await();
        // Without access to the Java heap.
        Linker.Option[] options = critical ? new Linker.Option[] {Linker.Option.critical(false)} : ORDINARY;
        return Linker.nativeLinker().downcallHandle(MemorySegment.ofAddress(symbol), descriptor(type), options);
    }

    private static FunctionDescriptor descriptor(MethodType type) {
        MemoryLayout[] parameters = new MemoryLayout[type.parameterCount()];
        for (int i = 0; i < parameters.length; i++) {
            parameters[i] = layout(type.parameterType(i));
        }
        return type.returnType() == void.class
                ? FunctionDescriptor.ofVoid(parameters)
                : FunctionDescriptor.of(layout(type.returnType()), parameters);
    }

    private static MemoryLayout layout(Class<?> type) {
        if (type == long.class) {
            return JAVA_LONG;
        }
        if (type == int.class) {
            return JAVA_INT;
        }
        throw new IllegalArgumentException(type + " is neither long nor int");
    }
}
