package dev.heapwright.testkit.block;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.util.Optional;

/** The functions of an allocator's class, called through method handles. */
public final class ClassFunctions implements Functions {
    private final Class<?> type;
    private final String name;
    private final MethodHandle allocate;
    private final Optional<MethodHandle> allocateZeroed;
    private final MethodHandle deallocate;
    private final MethodHandle reallocate;
    private final MethodHandle reallocateInplace;
    private final MethodHandle usableSize;

    private ClassFunctions(ReflectedAllocator allocator) throws IllegalAccessException {
        type = allocator.type();
        name = allocator.name();
        ClassFunctions.class.getModule().addReads(type.getModule());
        // Not the public lookup, which cannot access packages that are open to the class path only, such as those of a
        // module's tests.
        MethodHandles.Lookup lookup = MethodHandles.lookup();
        allocate = lookup.unreflect(allocator.function("allocate"));
        allocateZeroed = allocator.hasFunction("allocateZeroed")
                ? Optional.of(lookup.unreflect(allocator.function("allocateZeroed")))
                : Optional.empty();
        deallocate = lookup.unreflect(allocator.function("deallocate"));
        reallocate = lookup.unreflect(allocator.function("reallocate"));
        reallocateInplace = lookup.unreflect(allocator.function("reallocateInplace"));
        usableSize = lookup.unreflect(allocator.function("usableSize"));
    }

    /**
     * {@return the functions of a class}
     *
     * @param type an allocator's class
     * @throws Defect if it is not an allocator; the message is that of the annotation processor
     */
    public static Functions of(Class<?> type) {
        try {
            return new ClassFunctions(ReflectedAllocator.of(type));
        } catch (IllegalAccessException e) {
            throw Defect.of("%s is in a package that is not exported to %s: run the tests on the class path"
                    .formatted(type.getName(), ClassFunctions.class.getModule()));
        }
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Functions anew() {
        try {
            return of(OwnCopies.of(type));
        } catch (ClassNotFoundException | LinkageError e) {
            return this;
        }
    }

    @Override
    public long allocate(long size, long align) {
        try {
            return (long) allocate.invokeExact(size, align);
        } catch (Throwable thrown) {
            throw rethrown(thrown);
        }
    }

    @Override
    public boolean hasAllocateZeroed() {
        return allocateZeroed.isPresent();
    }

    @Override
    public long allocateZeroed(long size, long align) {
        try {
            return (long) allocateZeroed.orElseThrow().invokeExact(size, align);
        } catch (Throwable thrown) {
            throw rethrown(thrown);
        }
    }

    @Override
    public void deallocate(long address, long oldSize, long align) {
        try {
            deallocate.invokeExact(address, oldSize, align);
        } catch (Throwable thrown) {
            throw rethrown(thrown);
        }
    }

    @Override
    public long reallocate(long address, long oldSize, long size, long align) {
        try {
            return (long) reallocate.invokeExact(address, oldSize, size, align);
        } catch (Throwable thrown) {
            throw rethrown(thrown);
        }
    }

    @Override
    public long reallocateInplace(long address, long oldSize, long size, long align) {
        try {
            return (long) reallocateInplace.invokeExact(address, oldSize, size, align);
        } catch (Throwable thrown) {
            throw rethrown(thrown);
        }
    }

    @Override
    public long usableSize(long size, long align) {
        try {
            return (long) usableSize.invokeExact(size, align);
        } catch (Throwable thrown) {
            throw rethrown(thrown);
        }
    }

    /** Unchanged: the caller of the functions converts it to a defect. */
    @SuppressWarnings("unchecked") // The compiler infers an unchecked exception for T; nothing checks at run time.
    private static <T extends Throwable> RuntimeException rethrown(Throwable thrown) throws T {
        throw (T) thrown;
    }
}
