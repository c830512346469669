package dev.heapwright.heap.host;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandleProxies;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.ref.Reference;
import java.lang.ref.WeakReference;
import java.util.Objects;

/** Makes tasks for the JVM, which keeps them until it ends, of classes of the JDK only. */
public final class WeakTask {
    private WeakTask() {}

    /**
     * {@return a task that runs another one if that has not been collected by then, and does not keep it alive}
     *
     * @param task to run
     * @throws LinkageError if the JDK lacks what it needs, which none does
     */
    public static Runnable of(Runnable task) {
        try {
            return of(runIfThere(new WeakReference<>(task)));
        } catch (ReflectiveOperationException e) {
            throw new LinkageError("java.base is missing a method that every JDK has had", e);
        }
    }

    /**
     * {@return a task that calls a method handle without arguments}
     *
     * @param call to be run; what it refers to is kept alive
     */
    public static Runnable of(MethodHandle call) {
        Thread current = Thread.currentThread();
        ClassLoader context = current.getContextClassLoader();
        try {
            // On Java 17 the proxies of method handles are defined in the context class loader.
            current.setContextClassLoader(ClassLoader.getSystemClassLoader());
            return MethodHandleProxies.asInterfaceInstance(Runnable.class, call);
        } finally {
            current.setContextClassLoader(context);
        }
    }

    /** {@code task = reference.get(); if (task != null) task.run();} in classes of the JDK only. */
    private static MethodHandle runIfThere(WeakReference<Runnable> reference) throws ReflectiveOperationException {
        MethodHandles.Lookup lookup = MethodHandles.publicLookup();
        MethodType ofRunnable = MethodType.methodType(void.class, Runnable.class);
        MethodHandle run = MethodHandles.guardWithTest(
                lookup.findStatic(Objects.class, "isNull", MethodType.methodType(boolean.class, Object.class))
                        .asType(MethodType.methodType(boolean.class, Runnable.class)),
                MethodHandles.empty(ofRunnable),
                lookup.findVirtual(Runnable.class, "run", MethodType.methodType(void.class)));
        MethodHandle get = lookup.findVirtual(Reference.class, "get", MethodType.methodType(Object.class))
                .bindTo(reference)
                .asType(MethodType.methodType(Runnable.class));
        return MethodHandles.collectArguments(run, 0, get);
    }
}
