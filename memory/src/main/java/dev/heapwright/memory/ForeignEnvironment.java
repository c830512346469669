package dev.heapwright.memory;

import static java.lang.invoke.MethodType.methodType;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodType;
import java.util.LinkedHashMap;
import java.util.Map;

/** The environment of this process as native code sees it, which Java has no way to change. */
final class ForeignEnvironment {
    private ForeignEnvironment() {}

    /** Something to be done. */
    @FunctionalInterface
    interface Action {
        Object run() throws Throwable;
    }

    /**
     * Does something while variables are set.
     *
     * @param variables to be set; those that the user has set are left as they are
     * @param action what to do
     * @return what it returns
     */
    static Object with(Map<String, String> variables, Action action) throws Throwable {
        Map<String, String> unset = new LinkedHashMap<>(variables);
        unset.keySet().removeAll(System.getenv().keySet());
        for (Map.Entry<String, String> variable : unset.entrySet()) {
            set(variable.getKey(), variable.getValue());
        }
        try {
            return action.run();
        } finally {
            for (String name : unset.keySet()) {
                // To Windows, no value is the same as no variable.
                set(name, "");
            }
        }
    }

    private static void set(String name, String value) throws Throwable {
        Class<?> arenaType = Foreign.type("Arena");
        try (AutoCloseable arena = (AutoCloseable) Foreign.LOOKUP
                .findStatic(arenaType, "ofConfined", methodType(arenaType))
                .invoke()) {
            long nameAddress = string(arena, name);
            if (Platform.WINDOWS) {
                int error = (int) function("_putenv_s", methodType(int.class, long.class, long.class))
                        .invoke(nameAddress, string(arena, value));
                check("_putenv_s", error);
            } else if (value.isEmpty()) {
                check("unsetenv", (int)
                        function("unsetenv", methodType(int.class, long.class)).invoke(nameAddress));
            } else {
                MethodHandle setenv = function("setenv", methodType(int.class, long.class, long.class, int.class));
                check("setenv", (int) setenv.invoke(nameAddress, string(arena, value), 1));
            }
        }
    }

    /** All three return 0, unless there is no memory or the name is none. */
    private static void check(String function, int result) {
        if (result != 0) {
            throw new IllegalStateException(function + " returned " + result);
        }
    }

    private static MethodHandle function(String name, MethodType type) throws Throwable {
        return ForeignLinker.systemFunction(name, type, false);
    }

    private static long string(Object arena, String text) throws Throwable {
        Object segment = Foreign.method(
                        Foreign.type("SegmentAllocator"), "allocateFrom", methodType(Foreign.SEGMENT, String.class))
                .invoke(arena, text);
        return (long) Foreign.segmentMethod("address", long.class).invoke(segment);
    }
}
