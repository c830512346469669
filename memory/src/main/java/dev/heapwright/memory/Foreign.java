package dev.heapwright.memory;

import static java.lang.invoke.MethodType.methodType;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.invoke.VarHandle;
import java.lang.reflect.Array;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;

/**
 * The bridge from class files for release 17 to the FFM API: what is needed of {@code java.lang.foreign}, looked up by
 * name. The handles made here are for {@code static final} fields, where the JIT takes them for constants.
 *
 * <p>Where the API refuses, the handle made is one that throws {@link NativeUnavailableError} whenever it is used: a
 * static initialiser that throws says why once, and from then on just {@code NoClassDefFoundError}. What works pays
 * nothing for that.
 */
final class Foreign {
    static final Class<?> SEGMENT = type("MemorySegment");
    static final Class<?> LAYOUT = type("ValueLayout");

    /** Restricted methods look at the class whose lookup found them: this one, and so at this module. */
    private static final MethodHandles.Lookup LOOKUP = MethodHandles.lookup();

    private Foreign() {}

    /** Makes a handle, or is refused it. */
    @FunctionalInterface
    interface Link {
        MethodHandle handle() throws Throwable;
    }

    /** The handle that {@code link} makes, as {@code type}. */
    static MethodHandle handle(MethodType type, Link link) {
        try {
            return link.handle().asType(type);
        } catch (Throwable refusal) {
            return refusing(type, refusal);
        }
    }

    /**
     * A variable of {@code type} at an address: the coordinate is a {@code long}, the address; invocation is exact.
     *
     * @param layout the name of the constant of {@code ValueLayout} that describes the variable
     */
    static VarHandle variable(String layout, Class<?> type) {
        VarHandle variable;
        try {
            Class<?> path = type("MemoryLayout$PathElement").arrayType();
            MethodHandle varHandle = method(type("MemoryLayout"), "varHandle", methodType(VarHandle.class, path));
            variable = insertCoordinate((VarHandle) varHandle.invokeWithArguments(layout(layout)), everything());
        } catch (Throwable refusal) {
            variable = refusingVariable(type, refusal);
        }
        return variable.withInvokeExactBehavior();
    }

    /**
     * A function of the C library. All parameters are {@code long} in {@code type}: they stand for pointers and {@code
     * size_t}, so addresses must be of 64 bits.
     */
    static MethodHandle function(String name, MethodType type) {
        return handle(type, () -> {
            Class<?> linkerType = type("Linker");
            Object linker = LOOKUP.findStatic(linkerType, "nativeLinker", methodType(linkerType))
                    .invoke();
            Class<?> symbolsType = type("SymbolLookup");
            Object symbols =
                    method(linkerType, "defaultLookup", methodType(symbolsType)).invoke(linker);
            Optional<?> symbol = (Optional<?>) method(symbolsType, "find", methodType(Optional.class, String.class))
                    .invoke(symbols, name);
            Class<?> options = type("Linker$Option").arrayType();
            MethodType downcall = methodType(MethodHandle.class, SEGMENT, type("FunctionDescriptor"), options);
            return (MethodHandle) method(linkerType, "downcallHandle", downcall)
                    .invokeWithArguments(
                            linker, symbol.orElseThrow(() -> NativeUnavailableError.missing(name)), descriptor(type));
        });
    }

    /** A method of {@code MemorySegment}. */
    static MethodHandle segmentMethod(String name, Class<?> result, Class<?>... parameters)
            throws ReflectiveOperationException {
        return method(SEGMENT, name, methodType(result, parameters));
    }

    /** A static method of {@code MemorySegment}. */
    static MethodHandle segmentStatic(String name, Class<?> result, Class<?>... parameters)
            throws ReflectiveOperationException {
        return LOOKUP.findStatic(SEGMENT, name, methodType(result, parameters));
    }

    /** All memory, as a segment in which an offset is an address. To have it is what may be refused. */
    static Object everything() throws Throwable {
        Object nothing = LOOKUP.findStaticGetter(SEGMENT, "NULL", SEGMENT).invoke();
        return segmentMethod("reinterpret", SEGMENT, long.class).invoke(nothing, Long.MAX_VALUE);
    }

    /** The constant of {@code ValueLayout} that has this name. */
    static Object layout(String name) throws ReflectiveOperationException {
        return Objects.requireNonNull(LAYOUT.getField(name).get(null), name);
    }

    /** What {@code invokeExact} threw, on its way to the caller: the handles made here throw nothing checked. */
    static RuntimeException rethrown(Throwable thrown) {
        if (thrown instanceof RuntimeException unchecked) {
            return unchecked;
        }
        if (thrown instanceof Error error) {
            throw error;
        }
        return new IllegalStateException(thrown);
    }

    private static Object descriptor(MethodType type) throws Throwable {
        Class<?> descriptor = type("FunctionDescriptor");
        Class<?> layouts = type("MemoryLayout").arrayType();
        Object word = layout("JAVA_LONG");
        Object[] parameters = (Object[]) Array.newInstance(layouts.componentType(), type.parameterCount());
        Arrays.fill(parameters, word);
        return type.returnType() == void.class
                ? LOOKUP.findStatic(descriptor, "ofVoid", methodType(descriptor, layouts))
                        .invokeWithArguments(parameters)
                : LOOKUP.findStatic(descriptor, "of", methodType(descriptor, layouts.componentType(), layouts))
                        .asFixedArity()
                        .invokeWithArguments(word, parameters);
    }

    /** A handle of {@code type} that throws a new error, with the caller's stack trace, each time. */
    private static MethodHandle refusing(MethodType type, Throwable refusal) {
        try {
            MethodHandle newError = LOOKUP.findStatic(
                            NativeUnavailableError.class,
                            "of",
                            methodType(NativeUnavailableError.class, Throwable.class))
                    .bindTo(refusal);
            MethodHandle thrower = MethodHandles.throwException(type.returnType(), NativeUnavailableError.class);
            return MethodHandles.dropArguments(
                    MethodHandles.collectArguments(thrower, 0, newError), 0, type.parameterList());
        } catch (ReflectiveOperationException e) {
            throw new LinkageError("NativeUnavailableError.of", e);
        }
    }

    /** Any variable with an index, whose index cannot be computed from the address without throwing. */
    private static VarHandle refusingVariable(Class<?> type, Throwable refusal) {
        VarHandle element = MethodHandles.arrayElementVarHandle(type.arrayType());
        MethodHandle index = refusing(methodType(int.class, long.class), refusal);
        try {
            return (VarHandle) coordinates("filterCoordinates", MethodHandle[].class)
                    .invokeWithArguments(insertCoordinate(element, Array.newInstance(type, 1)), 0, index);
        } catch (Throwable e) {
            throw new LinkageError("filterCoordinates", e);
        }
    }

    private static VarHandle insertCoordinate(VarHandle variable, Object first) throws Throwable {
        return (VarHandle) coordinates("insertCoordinates", Object[].class).invokeWithArguments(variable, 0, first);
    }

    /** One of the combinators of variable handles, which {@code MethodHandles} has from Java 22 on. */
    private static MethodHandle coordinates(String name, Class<?> arguments) throws ReflectiveOperationException {
        return LOOKUP.findStatic(
                MethodHandles.class, name, methodType(VarHandle.class, VarHandle.class, int.class, arguments));
    }

    private static MethodHandle method(Class<?> owner, String name, MethodType type)
            throws ReflectiveOperationException {
        return LOOKUP.findVirtual(owner, name, type);
    }

    private static Class<?> type(String name) {
        try {
            return Class.forName("java.lang.foreign." + name);
        } catch (ClassNotFoundException e) {
            throw new LinkageError(e.getMessage(), e);
        }
    }
}
