package dev.heapwright.front;

import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Returns, some seconds later, blocks that nobody used any more. It runs in a thread of its own while there is something to
 * return, and ends when nothing has been used for a while; so it keeps no class loader alive, and a program that
 * keeps little never has this thread.
 */
final class Upkeep implements Runnable {
    /** The most that need not be returned, in bytes. */
    private static final long LITTLE = 256 << 10;

    /** How long what is not used is kept, at least. */
    static final long PERIOD_MILLIS = 2_000;

    static final String THREAD = "Heapwright front";

    /** The number of periods without any use after which the thread ends. */
    private static final int QUIET_PERIODS = 5;

    private final KeptBlocks kept;
    private final long periodMillis;
    private final AtomicBoolean isRunning = new AtomicBoolean();

    Upkeep(KeptBlocks kept, long periodMillis) {
        this.kept = kept;
        this.periodMillis = periodMillis;
    }

    /** Has the thread run if there is something to do. */
    void wake(long spent) {
        if (spent > LITTLE && !isRunning.get() && isRunning.compareAndSet(false, true)) {
            try {
                Thread thread = new Thread(null, this, THREAD, 0, false);
                thread.setDaemon(true);
                thread.setContextClassLoader(null);
                thread.start();
            } catch (OutOfMemoryError noThread) {
                isRunning.set(false);
            }
        }
    }

    @Override
    public void run() {
        try {
            int quiet = 0;
            while (quiet < QUIET_PERIODS && kept.spent() > 0) {
                Thread.sleep(periodMillis);
                quiet = isUsed() ? 0 : quiet + 1;
            }
        } catch (InterruptedException e) {
            // Whoever interrupts this thread wants it to end; it begins again when it is needed.
            Thread.currentThread().interrupt();
        } finally {
            isRunning.set(false);
        }
    }

    private boolean isUsed() {
        try {
            return kept.trim();
        } catch (OutOfMemoryError noJavaHeap) {
            // There may be some the next time.
            return true;
        }
    }
}
