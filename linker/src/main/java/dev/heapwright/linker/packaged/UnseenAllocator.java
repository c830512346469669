package dev.heapwright.linker.packaged;

import dev.heapwright.diagnostic.Diagnostic;

/** Help where a module's own allocator came into its sources after they were read to bind it. */
public final class UnseenAllocator {
    private UnseenAllocator() {}

    /**
     * {@return a diagnostic with that help}
     *
     * @param diagnostic says that another allocator was bound
     */
    public static Diagnostic help(Diagnostic diagnostic) {
        return diagnostic
                .withHelp(
                        "bind did not see that allocator in the module's sources: they are not in Java, or the plugin")
                .withHelp("that adds or generates them ran later. Run it before bind, by its phase or its place in the")
                .withHelp("build, or move the allocator to a separate module, and depend on that");
    }
}
