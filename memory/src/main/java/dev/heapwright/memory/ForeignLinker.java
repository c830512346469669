package dev.heapwright.memory;

import static dev.heapwright.memory.Foreign.LOOKUP;
import static dev.heapwright.memory.Foreign.SEGMENT;
import static dev.heapwright.memory.Foreign.method;
import static dev.heapwright.memory.Foreign.type;
import static java.lang.invoke.MethodType.methodType;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodType;
import java.lang.reflect.Array;
import java.nio.file.Path;
import java.util.Optional;

/** The linker of the FFM API: native functions, of the C library or of a library file, as method handles. */
final class ForeignLinker {
    private static final Class<?> LINKER = type("Linker");
    private static final Class<?> SYMBOLS = type("SymbolLookup");
    private static final Class<?> OPTION = type("Linker$Option");

    private ForeignLinker() {}

    /** The functions of the C library. */
    static Object systemSymbols() throws Throwable {
        return method(LINKER, "defaultLookup", methodType(SYMBOLS)).invoke(linker());
    }

    /** A function of the C library as a handle; the parameters are those of {@link #downcall}. */
    static MethodHandle systemFunction(String name, MethodType type, boolean critical) throws Throwable {
        Object symbol = find(systemSymbols(), name).orElseThrow(() -> NativeUnavailableError.missing(name));
        return downcall(symbol, type, critical);
    }

    /** The functions of a library file, which is loaded and stays so until the JVM ends. */
    static Object librarySymbols(Path file) throws Throwable {
        Class<?> arena = type("Arena");
        Object global = LOOKUP.findStatic(arena, "global", methodType(arena)).invoke();
        return LOOKUP.findStatic(SYMBOLS, "libraryLookup", methodType(SYMBOLS, Path.class, arena))
                .invoke(file, global);
    }

    /** {@return the address of a function or variable, if {@code symbols} have it} */
    static Optional<?> find(Object symbols, String name) throws Throwable {
        return (Optional<?>) method(SYMBOLS, "find", methodType(Optional.class, String.class))
                .invoke(symbols, name);
    }

    /**
     * A function as a handle.
     *
     * @param symbol its address, from {@link #find}
     * @param type of {@code long}s, which stand for pointers and {@code size_t}, so addresses must be of 64 bits, and of
     *     {@code int}s
     * @param critical whether it is called without leaving the Java state of the thread; see {@link
     *     NativeLibrary#criticalFunction}
     */
    static MethodHandle downcall(Object symbol, MethodType type, boolean critical) throws Throwable {
        Object options = critical ? Array.newInstance(OPTION, 1) : Array.newInstance(OPTION, 0);
        if (critical) {
            Object withoutHeapAccess = LOOKUP.findStatic(OPTION, "critical", methodType(OPTION, boolean.class))
                    .invoke(false);
            Array.set(options, 0, withoutHeapAccess);
        }
        MethodType downcall = methodType(MethodHandle.class, SEGMENT, type("FunctionDescriptor"), OPTION.arrayType());
        return (MethodHandle) method(LINKER, "downcallHandle", downcall)
                .asFixedArity()
                .invokeWithArguments(linker(), symbol, descriptor(type), options);
    }

    private static Object linker() throws Throwable {
        return LOOKUP.findStatic(LINKER, "nativeLinker", methodType(LINKER)).invoke();
    }

    private static Object descriptor(MethodType type) throws Throwable {
        Class<?> descriptor = type("FunctionDescriptor");
        Class<?> layout = type("MemoryLayout");
        Object parameters = Array.newInstance(layout, type.parameterCount());
        for (int i = 0; i < type.parameterCount(); i++) {
            Array.set(parameters, i, layout(type.parameterType(i)));
        }
        return type.returnType() == void.class
                ? LOOKUP.findStatic(descriptor, "ofVoid", methodType(descriptor, layout.arrayType()))
                        .asFixedArity()
                        .invokeWithArguments(parameters)
                : LOOKUP.findStatic(descriptor, "of", methodType(descriptor, layout, layout.arrayType()))
                        .asFixedArity()
                        .invokeWithArguments(layout(type.returnType()), parameters);
    }

    private static Object layout(Class<?> type) throws ReflectiveOperationException {
        if (type == long.class) {
            return Foreign.layout("JAVA_LONG");
        }
        if (type == int.class) {
            return Foreign.layout("JAVA_INT");
        }
        throw new IllegalArgumentException(type + " is neither long nor int");
    }
}
