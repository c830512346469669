package dev.heapwright.foreign;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.function.Executable;

/** Runs something in a thread other than the test's. */
final class OtherThread {
    private OtherThread() {}

    /** {@return what the call returns} What it throws is thrown. */
    static <T> T call(Callable<T> call) throws Throwable {
        FutureTask<T> task = new FutureTask<>(call);
        Thread thread = new Thread(task);
        thread.start();
        try {
            return task.get();
        } catch (ExecutionException e) {
            throw e.getCause();
        } finally {
            thread.join();
        }
    }

    static void run(Executable action) throws Throwable {
        call(() -> {
            try {
                action.execute();
            } catch (Exception | Error e) {
                throw e;
            } catch (Throwable e) {
                throw new AssertionError(e);
            }
            return 0;
        });
    }
}
