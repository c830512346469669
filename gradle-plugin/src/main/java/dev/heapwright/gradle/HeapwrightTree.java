package dev.heapwright.gradle;

import dev.heapwright.core.link.Linker;
import dev.heapwright.diagnostic.DiagnosticException;
import dev.heapwright.linker.build.BuildCache;
import dev.heapwright.linker.build.BuildModule;
import dev.heapwright.linker.build.ResolvedClasspath;
import dev.heapwright.linker.tree.LinkedModuleReader;
import dev.heapwright.linker.tree.OutputType;
import dev.heapwright.linker.tree.TreeLines;
import java.io.IOException;
import java.util.List;
import org.gradle.api.provider.Property;
import org.gradle.api.tasks.Input;
import org.gradle.api.tasks.options.Option;

/** Shows what needs an allocator, what provides one, and what is linked and why. */
public abstract class HeapwrightTree extends ModuleTask {
    /** {@return how it is written: {@code text}, {@code dot} or {@code json}} */
    @Input
    @Option(option = "output-type", description = "text, dot or json")
    public abstract Property<String> getOutputType();

    @Override
    void execute(BuildModule module, ResolvedClasspath classpath, Linker linker, BuildCache cache)
            throws DiagnosticException, IOException {
        getLogger()
                .quiet(OutputType.named(getOutputType().get())
                        .render(
                                new LinkedModuleReader(module, classpath, linker, cache).read(List.of()),
                                TreeLines.ASCII,
                                true));
    }
}
