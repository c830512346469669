package dev.heapwright.memory;

import static java.lang.invoke.MethodType.methodType;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodType;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** The environment of this process as native code sees it, which Java has no way to change. */
final class ForeignEnvironment {
    /**
     * The C library keeps the addresses of texts, and another thread may still read one that was removed. A program has as many
     * as it loads libraries.
     */
    private static final Queue<ByteBuffer> TEXTS = new ConcurrentLinkedQueue<>();

    private ForeignEnvironment() {}

    /**
     * Runs an action while environment variables are set.
     *
     * @param variables to be set; those that the user has set are left unchanged
     * @param action to run
     * @return the result of the action
     */
    static <R> R with(Map<String, String> variables, NativeAction<R> action) throws Throwable {
        List<String> unset = new ArrayList<>();
        for (Map.Entry<String, String> variable : variables.entrySet()) {
            if (System.getenv(variable.getKey()) == null) {
                set(variable.getKey(), variable.getValue());
                unset.add(variable.getKey());
            }
        }
        try {
            return action.run();
        } finally {
            for (String name : unset) {
                // On Windows, an empty value is the same as no variable.
                set(name, "");
            }
        }
    }

    private static void set(String name, String value) throws Throwable {
        if (Platform.NAME.startsWith("linux/")) {
            put(name, value);
            return;
        }
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

    /**
     * By the one function that sets and, where there is no equals sign, removes. For a JVM that has just started, each further type of native function takes
     * several milliseconds; so it is called as if it were of the type of the allocators' functions, like {@code je_mallocx}: an
     * argument in one more register and the upper half of the result are ignored on every platform that Linux runs on.
     *
     * @see <a href="https://man7.org/linux/man-pages/man3/putenv.3.html">putenv(3)</a>
     */
    private static void put(String name, String value) throws Throwable {
        if (name.indexOf('=') >= 0) {
            throw new IllegalStateException(name + " is no name of a variable");
        }
        byte[] text = (value.isEmpty() ? name : name + "=" + value).getBytes(StandardCharsets.UTF_8);
        ByteBuffer terminated = ByteBuffer.allocateDirect(text.length + 1);
        terminated.put(0, text);
        MethodHandle putenv =
                ForeignLinker.systemFunction("putenv", methodType(long.class, long.class, int.class), true);
        TEXTS.add(terminated);
        check("putenv", (int)
                (long) putenv.invokeExact(MemorySegment.ofBuffer(terminated).address(), 0));
    }

    /** All return 0, unless there is no memory or the name is invalid. */
    private static void check(String function, int result) {
        if (result != 0) {
            throw new IllegalStateException(function + " returned " + result);
        }
    }

    private static MethodHandle function(String name, MethodType type) {
        return ForeignLinker.systemFunction(name, type, false);
    }
}
