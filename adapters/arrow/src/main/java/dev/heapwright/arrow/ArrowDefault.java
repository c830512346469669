package dev.heapwright.arrow;

import java.lang.reflect.Field;
import java.lang.reflect.InaccessibleObjectException;
import org.apache.arrow.memory.AllocationManager;
import org.apache.arrow.memory.DefaultAllocationManagerOption;

/**
 * The manager that Arrow uses by default. Arrow's allocators look for one when their class is initialised, and fail if
 * the class path has none, even if each allocator is given one: {@code BaseAllocator} has a default configuration,
 * which is never used. Only reflection makes it possible to set the default before Arrow looks for it.
 */
final class ArrowDefault {
    private static final String FIELD = "DEFAULT_ALLOCATION_MANAGER_FACTORY";

    private ArrowDefault() {}

    /**
     * Makes a factory the default, unless Arrow has already found one or does not allow it: in a named module whose
     * package is not open to this one. Then Arrow looks for one itself, which does no harm if it finds any.
     *
     * @return the factory
     */
    static AllocationManager.Factory claimedBy(AllocationManager.Factory factory) {
        try {
            Field field = DefaultAllocationManagerOption.class.getDeclaredField(FIELD);
            field.setAccessible(true);
            if (field.get(null) == null) {
                field.set(null, factory);
            }
        } catch (ReflectiveOperationException | InaccessibleObjectException e) {
            return factory;
        }
        return factory;
    }
}
