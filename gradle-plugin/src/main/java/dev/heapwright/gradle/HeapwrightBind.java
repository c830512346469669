package dev.heapwright.gradle;

import dev.heapwright.core.link.GlueOptions;
import dev.heapwright.core.link.Linker;
import dev.heapwright.diagnostic.DiagnosticException;
import dev.heapwright.linker.bind.Binder;
import dev.heapwright.linker.build.BuildCache;
import dev.heapwright.linker.build.BuildModule;
import dev.heapwright.linker.build.ResolvedClasspath;
import java.io.IOException;
import org.gradle.api.file.DirectoryProperty;
import org.gradle.api.tasks.OutputDirectory;

/** Binds the project to exactly one allocator: generates its glue, which is then compiled and packaged. */
public abstract class HeapwrightBind extends ModuleTask {
    /** {@return the folder of the glue's source} */
    @OutputDirectory
    public abstract DirectoryProperty getGlueSources();

    /** {@return the folder of the glue's resources} */
    @OutputDirectory
    public abstract DirectoryProperty getGlueResources();

    @Override
    void execute(BuildModule module, ResolvedClasspath classpath, Linker linker, BuildCache cache)
            throws DiagnosticException, IOException {
        HeapwrightExtension configured = getConfiguration().get();
        GlueOptions options = GlueOptions.of(
                configured.getChecked().get(),
                configured.getObserved().get(),
                configured.getLimit().getOrNull());
        new Binder(module, classpath, linker, options, cache, new TaskLog(getLogger())).bind();
    }
}
