package dev.heapwright.memory;

/**
 * Prepares the first use of something that is created once and then kept in a {@code static final} field, such as the
 * functions of a native library.
 *
 * <p>If a static initialiser fails, this is permanent: from then on, its class only throws {@code
 * NoClassDefFoundError}. But the cause may be temporary: a nearly exhausted stack, a full Java heap, no free file
 * handle. Therefore everything that can fail is done before the class is initialised, and its static initialiser only
 * takes over the result. If it fails, the next call tries again:
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
 * <p>To the JIT the holder's field is a constant, and the other field costs one comparison, which is not measurable
 * next to a call of an allocator. It need not be volatile: a thread that reads a stale value takes the lock and reads
 * it again.
 *
 * <p>Where calls take only a few nanoseconds, even that is a tenth of them, together with what it keeps the JIT from doing. The
 * heap and its fronts do without: their holder's initialiser makes the attempt itself, and leaves null where it failed. A
 * holder that could not even be initialised, for lack of stack, throws {@code NoClassDefFoundError}, and counts as null, too.
 * Whoever finds null makes the next attempts, and keeps the result in an ordinary field.
 */
public final class FirstUse {
    private FirstUse() {}

    /**
     * Ensures that a first use does not fail halfway, including within the JDK, whose classes it initialises: there
     * must be enough stack, Java heap and file handles. If there are, {@link Memory} is initialised as well.
     *
     * <p>The calling thread does the work itself. A separate thread would have enough stack, but the caller may hold a
     * lock that this work needs, such as that of a class loader, and would then wait forever.
     *
     * @throws StackOverflowError if the stack of this thread is nearly exhausted
     * @throws OutOfMemoryError if the Java heap is nearly exhausted
     * @throws NativeUnavailableError if there are no file handles
     */
    public static void prepare() {
        Reserves.check();
        if (Platform.FOREIGN) {
            ForeignSpace.prepare();
            ForeignEarlyLink.begin();
        } else {
            UnsafeMemory.initialise();
            UnsafeParts.initialise();
            UnsafeBuffer.initialise();
        }
    }
}
