package dev.heapwright.memory;

import static java.lang.invoke.MethodType.methodType;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.invoke.VarHandle;
import java.lang.reflect.Array;
import java.util.Objects;

/**
 * The bridge from class files for release 17 to the FFM API: what is needed of {@code java.lang.foreign}, looked up by
 * name. The handles made here are for {@code static final} fields, where the JIT takes them for constants.
 *
 * <p>To be used on Java 22 and newer only.
 */
final class Foreign {
    static final Class<?> SEGMENT = type("MemorySegment");
    static final Class<?> LAYOUT = type("ValueLayout");

    /** Restricted methods look at the class whose lookup found them: this one, and so at this module. */
    static final MethodHandles.Lookup LOOKUP = MethodHandles.lookup();

    private Foreign() {}

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
            Handles.throwPassing(refusal);
            variable = refusingVariable(type, refusal);
        }
        return variable.withInvokeExactBehavior();
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

    /** Any variable with an index, whose index cannot be computed from the address without throwing. */
    private static VarHandle refusingVariable(Class<?> type, Throwable refusal) {
        VarHandle element = MethodHandles.arrayElementVarHandle(type.arrayType());
        MethodHandle index = Handles.refusing(methodType(int.class, long.class), refusal);
        try {
            return (VarHandle) coordinates("filterCoordinates", MethodHandle[].class)
                    .invokeWithArguments(insertCoordinate(element, Array.newInstance(type, 1)), 0, index);
        } catch (Throwable e) {
            Handles.throwPassing(e);
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

    static MethodHandle method(Class<?> owner, String name, MethodType type) throws ReflectiveOperationException {
        return LOOKUP.findVirtual(owner, name, type);
    }

    static Class<?> type(String name) {
        try {
            return Class.forName("java.lang.foreign." + name);
        } catch (ClassNotFoundException e) {
            throw new LinkageError(e.getMessage(), e);
        }
    }
}
