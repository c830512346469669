package dev.heapwright.core.contract;

import java.util.List;
import java.util.Optional;

/**
 * What an allocator must provide. The functions are specified in the documentation of {@code
 * dev.heapwright.annotations.Allocator}.
 *
 * @param version recorded with each allocator, so that one written for another contract is not mistaken
 * @param functions required and optional ones, in the order in which they are listed to users
 */
public record Contract(int version, List<ContractFunction> functions) {
    /** Version 1. */
    public static final Contract V1 = new Contract(
            1,
            List.of(
                    new ContractFunction("allocate", "long", List.of("size", "align"), true),
                    new ContractFunction("deallocate", "void", List.of("address", "oldSize", "align"), true),
                    new ContractFunction("reallocate", "long", List.of("address", "oldSize", "size", "align"), true),
                    new ContractFunction(
                            "reallocateInplace", "long", List.of("address", "oldSize", "size", "align"), true),
                    new ContractFunction("usableSize", "long", List.of("size", "align"), true),
                    new ContractFunction("allocateZeroed", "long", List.of("size", "align"), false)));

    /** Binary name of the annotation on an allocator's class. */
    public static final String ALLOCATOR_ANNOTATION = "dev.heapwright.annotations.Allocator";

    /** Binary name of the annotation on a class, package or module that needs an allocator. */
    public static final String NEEDS_ALLOCATOR_ANNOTATION = "dev.heapwright.annotations.NeedsAllocator";

    /** The package of the heap, which is a consumer itself: where it is, allocations can be made. */
    public static final String HEAP = "dev.heapwright.heap";

    /** The class that glue extends, and the service that it is registered as. */
    public static final String BINDING = HEAP + ".Binding";

    /** Copies the list. */
    public Contract {
        functions = List.copyOf(functions);
    }

    /**
     * {@return whether a class is the heap's, also if it is in no artifact that is read, as the heap of a host}
     *
     * @param type binary name of a class
     */
    public static boolean isOfHeap(String type) {
        return type.startsWith(HEAP + ".");
    }

    /**
     * {@return the function of that name, if the contract has one}
     *
     * @param name of a function, in exactly that spelling
     */
    public Optional<ContractFunction> function(String name) {
        return functions.stream()
                .filter(function -> function.name().equals(name))
                .findFirst();
    }
}
