package dev.heapwright.memory;

/**
 * What goes before the first use of something that is made once and then kept in a {@code static final} field, such as
 * the functions of a native library.
 *
 * <p>The JVM remembers for ever that a static initialiser failed: from then on its class only says {@code
 * NoClassDefFoundError}. What made it fail may have passed long before: a stack that was nearly used up, a Java heap that
 * was full, no file handle left. So what can fail is done before a class is initialised, and its static initialiser only
 * takes over what was made. Where it fails, the next call tries again:
 *
 * <pre>{@code
 * final class Pool {
 *     private static boolean linked;
 *     private static PoolFunctions handedOver;
 *
 *     private static final class Holder {
 *         static final PoolFunctions FUNCTIONS = handedOver;
 *
 *         static void initialise() {}
 *     }
 *
 *     static PoolFunctions functions() {
 *         if (!linked) {
 *             link();
 *         }
 *         return Holder.FUNCTIONS;
 *     }
 *
 *     private static synchronized void link() {
 *         if (!linked) {
 *             FirstUse.prepare();
 *             handedOver = PoolFunctions.of(NativeLibrary.load(Pool.class, "pool", Map.of()));
 *             Holder.initialise();
 *             linked = true;
 *         }
 *     }
 * }
 * }</pre>
 *
 * <p>To the JIT the holder's field is a constant, and the other is one comparison, which is not measurable beside a call
 * of an allocator. It need not be volatile: a thread that reads an old value takes the lock and reads it again.
 */
public final class FirstUse {
    private FirstUse() {}

    /**
     * Makes sure that a first use does not fail halfway, also within the JDK, whose classes are initialised by it: there
     * must be stack, Java heap and file handles to spare. Where there are, {@link Memory} is made ready, too.
     *
     * <p>The thread that calls it does the work itself. On a thread of our own there would be stack enough, but the caller
     * may hold a lock that this work needs, such as that of a class loader, and would then wait for ever.
     *
     * @throws StackOverflowError if the stack of this thread is nearly used up
     * @throws OutOfMemoryError if the Java heap is nearly used up
     * @throws NativeUnavailableError if there are no file handles
     */
    public static void prepare() {
        Reserves.check();
        if (Platform.FOREIGN) {
            ForeignSpace.prepare();
        } else {
            UnsafeMemory.initialise();
            UnsafeParts.initialise();
            UnsafeBuffer.initialise();
        }
    }
}
