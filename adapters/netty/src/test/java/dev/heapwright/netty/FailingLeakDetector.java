package dev.heapwright.netty;

import io.netty.util.ResourceLeakDetector;

/** Netty's leak detector, which all tests run with, except that it can be made to fail. Netty makes it, by its name. */
public final class FailingLeakDetector<T> extends ResourceLeakDetector<T> {
    private static final ThreadLocal<Error> FAILURE = new ThreadLocal<>();

    /**
     * For Netty.
     *
     * @param resource what is watched
     * @param interval one of how many is watched, unless all are
     */
    public FailingLeakDetector(Class<?> resource, int interval) {
        super(resource, interval);
    }

    /** While the action runs, this thread's buffers cannot be watched. */
    static void failing(Error failure, Runnable action) {
        FAILURE.set(failure);
        try {
            action.run();
        } finally {
            FAILURE.remove();
        }
    }

    /** Called for each object that is to be watched. */
    @Override
    protected boolean needReport() {
        Error failure = FAILURE.get();
        if (failure != null) {
            throw failure;
        }
        return super.needReport();
    }
}
