package dev.heapwright.front;

import java.lang.ref.WeakReference;

/**
 * A thread and its magazines. All but the magazines is guarded by {@link Owners}.
 *
 * <p>An owner is <em>attached</em> while the table leads its thread to its magazines. Detached, the thread's next call
 * comes to {@link Owners#attached} instead, which is how it is told that it should look after its magazines.
 */
final class Owner {
    final Magazines magazines;
    private final WeakReference<Thread> thread;
    boolean isAttached;

    /** Whether the thread must return all blocks on its next call, because there is no more memory. */
    boolean isPressed;

    /** Whether it was found away, and has nothing since. */
    boolean isReleased;

    /** Of the thread that calls. */
    Owner(Magazines magazines) {
        this.magazines = magazines;
        thread = new WeakReference<>(Thread.currentThread());
    }

    /** Returns whether the thread has ended: then what it had is visible to others, and nobody uses it. */
    boolean hasEnded() {
        Thread thread = this.thread.get();
        return thread == null || !thread.isAlive();
    }

    /**
     * Returns whether the thread is certain not to be using its magazines, and to go to {@link Owners#attached} before it
     * does, if it was detached before.
     *
     * <p>That is so if it is within a native method that no {@link Front} called. To look at its stack, the JVM
     * brings the thread to a point at which both agree about memory. A call of a native method may change all of
     * memory, so whatever the thread does afterwards, it reads the table again, which compiled code might else have
     * read before.
     */
    boolean isAway() {
        Thread thread = this.thread.get();
        return thread != null && isAway(thread.getStackTrace());
    }

    private static boolean isAway(StackTraceElement[] stack) {
        if (stack.length == 0 || !stack[0].isNativeMethod() || !isWhole(stack[stack.length - 1])) {
            return false;
        }
        for (StackTraceElement element : stack) {
            if (element.getClassName().equals(MagazineFront.class.getName())) {
                return false;
            }
        }
        return true;
    }

    /** Returns whether a stack begins with this element: of a very deep one, the JVM leaves out where it begins. */
    private static boolean isWhole(StackTraceElement first) {
        return first.getMethodName().equals("run") || first.getMethodName().equals("main");
    }
}
