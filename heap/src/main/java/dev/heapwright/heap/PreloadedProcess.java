package dev.heapwright.heap;

import dev.heapwright.memory.ProcessMalloc;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The allocator that the launcher preloads, where the build has promised that the program is started by it. The glue has the
 * promise, as it cannot be lost. It is not kept by who starts a program from a class folder: tests and IDEs.
 */
final class PreloadedProcess {
    private PreloadedProcess() {}

    /** {@return why this process is not the one that was promised, if one was promised} */
    static Optional<BindingError> broken(Binding binding) {
        String library = binding.processLibrary();
        return library.isEmpty() || !TestBindings.isInJar(binding)
                ? Optional.empty()
                : broken(library, ProcessMalloc.current(), ProcessMalloc::lacks);
    }

    /**
     * {@return why a process is not the one that was promised}
     *
     * @param library the file name of the promised one
     * @param process what {@code malloc} is
     * @param lacks whether a library is certainly not loaded; only asked if it is unknown what {@code malloc} is
     */
    static Optional<BindingError> broken(String library, ProcessMalloc process, Predicate<String> lacks) {
        boolean kept = process instanceof ProcessMalloc.Known malloc
                ? malloc.library().endsWith(library)
                // What is unknown is no breach.
                : !lacks.test(library);
        return kept
                ? Optional.empty()
                : Optional.of(
                        new BindingError(
                                BindingError.PROCESS_NOT_LINKED,
                                "this process was not started with the allocator that the program was built for",
                                List.of("built for  " + library + ", preloaded", "malloc is  " + process),
                                "start it by the launcher that mvn heapwright:launcher makes:\nheapwright-launch java -jar app.jar"));
    }
}
