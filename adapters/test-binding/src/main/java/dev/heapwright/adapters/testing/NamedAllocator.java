package dev.heapwright.adapters.testing;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.Locale;

/**
 * The functions of a shipped allocator, looked up by name, because an artifact gets glue for one allocator only.
 *
 * @param type the allocator's class
 */
record NamedAllocator(Class<?> type) {
    /**
     * {@return the allocator with that name}
     *
     * @param name {@code system}, {@code jemalloc} or {@code mimalloc}
     */
    static NamedAllocator of(String name) {
        String type = "dev.heapwright." + name + "." + name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1)
                + "Allocator";
        try {
            return new NamedAllocator(Class.forName(type));
        } catch (ClassNotFoundException e) {
            throw new IllegalArgumentException("there is no allocator " + name, e);
        }
    }

    /**
     * {@return a function of the contract; all its parameters are longs}
     *
     * @param name of the function
     * @param result {@code long} or {@code void}
     * @param parameters number of parameters
     */
    MethodHandle function(String name, Class<?> result, int parameters) {
        MethodType signature = MethodType.genericMethodType(parameters).changeReturnType(result);
        for (int i = 0; i < parameters; i++) {
            signature = signature.changeParameterType(i, long.class);
        }
        try {
            return MethodHandles.publicLookup().findStatic(type, name, signature);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
