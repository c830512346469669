package dev.heapwright.heap.checked;

import dev.heapwright.heap.host.WeakTask;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandleProxies;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A shutdown hook that keeps nothing of the program alive: the JVM keeps hooks until it ends, and a host that has
 * replaced the program must be able to unload its class loader. Therefore the thread, its task and the stack captured
 * at its creation belong to the JDK, and refer to the program through a weak reference.
 */
final class ExitHook {
    private static final String NAME = "heapwright-checked";
    private static final long LONGEST_WAIT_SECONDS = 2;

    private final Thread thread;

    private ExitHook(Thread thread) {
        this.thread = thread;
    }

    /** {@return the hook that runs the task if it has not been collected by then; none if the JVM is already ending} */
    static Optional<ExitHook> add(Runnable task) {
        Thread current = Thread.currentThread();
        ClassLoader context = current.getContextClassLoader();
        try {
            // On Java 17 the proxies of method handles are defined in the context class loader.
            current.setContextClassLoader(ClassLoader.getSystemClassLoader());
            Thread thread = thread(WeakTask.of(task));
            Runtime.getRuntime().addShutdownHook(thread);
            return Optional.of(new ExitHook(thread));
        } catch (IllegalStateException e) {
            // The program uses the heap for the first time while it ends: everything but the report works as usual.
            return Optional.empty();
        } catch (ReflectiveOperationException e) {
            throw new LinkageError("java.base is missing a method that every JDK has had", e);
        } finally {
            current.setContextClassLoader(context);
        }
    }

    /** Unregisters it from the JVM. */
    void remove() {
        try {
            Runtime.getRuntime().removeShutdownHook(thread);
        } catch (IllegalStateException e) {
            // It is about to run, and will find nothing to do.
        }
    }

    private static Thread thread(Runnable task) throws ReflectiveOperationException {
        // Not in the group of the program's threads, which, like its class loader, may have been destroyed by then.
        ThreadGroup group = Thread.currentThread().getThreadGroup();
        while (group.getParent() != null) {
            group = group.getParent();
        }
        ThreadGroup root = group;
        if (Runtime.version().feature() >= 24) {
            return new Thread(root, task, NAME, 0, false);
        }
        MethodHandle constructor = MethodHandles.publicLookup()
                .findConstructor(
                        Thread.class,
                        MethodType.methodType(
                                void.class,
                                ThreadGroup.class,
                                Runnable.class,
                                String.class,
                                long.class,
                                boolean.class));
        Callable<?> create = MethodHandleProxies.asInterfaceInstance(
                Callable.class,
                MethodHandles.insertArguments(constructor, 0, root, task, NAME, 0L, false)
                        .asType(MethodType.methodType(Object.class)));
        // Up to Java 23, a thread keeps references to the protection domains, and therefore the class loaders, of all
        // classes on the stack that creates it: there are none on the stack of a pool's thread. The pool's threads join
        // the group of the thread that submits the first task, and the program's group should be empty when the program
        // is over.
        FutureTask<?> created = new FutureTask<>(create);
        Thread messenger = new Thread(root, () -> ForkJoinPool.commonPool().execute(created), NAME, 0, false);
        messenger.setDaemon(true);
        messenger.start();
        try {
            return (Thread) created.get(LONGEST_WAIT_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException | ExecutionException e) {
            // A common pool configured to have no threads: the report is printed nevertheless.
            return new Thread(root, task, NAME, 0, false);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Thread(root, task, NAME, 0, false);
        }
    }
}
