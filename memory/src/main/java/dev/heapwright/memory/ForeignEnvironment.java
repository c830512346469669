package dev.heapwright.memory;

import static java.lang.invoke.MethodType.methodType;

import java.lang.foreign.Arena;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodType;
import java.util.LinkedHashMap;
import java.util.Map;

/** The environment of this process as native code sees it, which Java has no way to change. */
final class ForeignEnvironment {
    private ForeignEnvironment() {}

    /** An action that may throw. */
    @FunctionalInterface
    interface Action<R> {
        R run() throws Throwable;
    }

    /**
     * Runs an action while environment variables are set.
     *
     * @param variables to be set; those that the user has set are left unchanged
     * @param action to run
     * @return the result of the action
     */
    static <R> R with(Map<String, String> variables, Action<R> action) throws Throwable {
        Map<String, String> unset = new LinkedHashMap<>(variables);
        unset.keySet().removeAll(System.getenv().keySet());
        for (Map.Entry<String, String> variable : unset.entrySet()) {
            set(variable.getKey(), variable.getValue());
        }
        try {
            return action.run();
        } finally {
            for (String name : unset.keySet()) {
                // On Windows, an empty value is the same as no variable.
                set(name, "");
            }
        }
    }

    private static void set(String name, String value) throws Throwable {
        try (Arena arena = Arena.ofConfined()) {
            long nameAddress = arena.allocateFrom(name).address();
            long valueAddress = arena.allocateFrom(value).address();
            if (Platform.WINDOWS) {
                check("_putenv_s", (int) function("_putenv_s", methodType(int.class, long.class, long.class))
                        .invokeExact(nameAddress, valueAddress));
            } else if (value.isEmpty()) {
                check("unsetenv", (int)
                        function("unsetenv", methodType(int.class, long.class)).invokeExact(nameAddress));
            } else {
                check("setenv", (int) function("setenv", methodType(int.class, long.class, long.class, int.class))
                        .invokeExact(nameAddress, valueAddress, 1));
            }
        }
    }

    /** All three return 0, unless there is no memory or the name is invalid. */
    private static void check(String function, int result) {
        if (result != 0) {
            throw new IllegalStateException(function + " returned " + result);
        }
    }

    private static MethodHandle function(String name, MethodType type) {
        return ForeignLinker.systemFunction(name, type, false);
    }
}
