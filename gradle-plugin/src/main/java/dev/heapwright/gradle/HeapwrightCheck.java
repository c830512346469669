package dev.heapwright.gradle;

import dev.heapwright.core.link.Linker;
import dev.heapwright.diagnostic.DiagnosticException;
import dev.heapwright.linker.build.BuildCache;
import dev.heapwright.linker.build.BuildModule;
import dev.heapwright.linker.build.ResolvedClasspath;
import dev.heapwright.linker.check.ModuleCheck;
import dev.heapwright.linker.packaged.FinalJar;
import java.io.File;
import java.io.IOException;
import org.gradle.api.file.ConfigurableFileCollection;
import org.gradle.api.tasks.InputFiles;
import org.gradle.api.tasks.PathSensitive;
import org.gradle.api.tasks.PathSensitivity;

/** Verifies the compiled project and its jars. */
public abstract class HeapwrightCheck extends ModuleTask {
    /** {@return the jars that the project hands over, its own first; of those that are not there, nothing is verified} */
    @InputFiles
    @PathSensitive(PathSensitivity.NAME_ONLY)
    public abstract ConfigurableFileCollection getJars();

    @Override
    void execute(BuildModule module, ResolvedClasspath classpath, Linker linker, BuildCache cache)
            throws DiagnosticException, IOException {
        new ModuleCheck(
                        module,
                        classpath,
                        linker,
                        FinalJar.of(getJars().getFiles().stream()
                                .filter(File::isFile)
                                .map(File::toPath)
                                .toList()),
                        cache,
                        new TaskLog(getLogger()))
                .run();
    }
}
