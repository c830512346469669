package dev.heapwright.gradle;

import dev.heapwright.core.link.DefaultAllocator;
import dev.heapwright.core.link.Kind;
import dev.heapwright.core.link.Linker;
import dev.heapwright.diagnostic.DiagnosticException;
import dev.heapwright.linker.build.BuildCache;
import dev.heapwright.linker.build.BuildModule;
import dev.heapwright.linker.build.DetectedKind;
import dev.heapwright.linker.build.GradleDialect;
import dev.heapwright.linker.build.KindEvidence;
import dev.heapwright.linker.build.ResolvedClasspath;
import java.io.File;
import java.io.IOException;
import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.ResourceBundle;
import org.gradle.api.file.ConfigurableFileCollection;
import org.gradle.api.file.DirectoryProperty;
import org.gradle.api.provider.MapProperty;
import org.gradle.api.provider.Property;
import org.gradle.api.tasks.Input;
import org.gradle.api.tasks.InputFiles;
import org.gradle.api.tasks.Internal;
import org.gradle.api.tasks.Nested;
import org.gradle.api.tasks.PathSensitive;
import org.gradle.api.tasks.PathSensitivity;

/** A task that inspects the project: translates what Gradle knows into the linker's values. */
public abstract class ModuleTask extends HeapwrightTask {
    /** {@return the configuration in the build script} */
    @Nested
    public abstract Property<HeapwrightExtension> getConfiguration();

    /** {@return what the project runs with} */
    @Nested
    public abstract RuntimeClasspath getRuntimeClasspath();

    /** {@return the reason for each kind for which there is evidence in the project} */
    @Input
    public abstract MapProperty<Kind, String> getEvidence();

    /** {@return the Java release that the project is compiled for, such as 17} */
    @Input
    public abstract Property<Integer> getRelease();

    /** {@return the folders of its Java sources, without the glue's} */
    @InputFiles
    @PathSensitive(PathSensitivity.RELATIVE)
    public abstract ConfigurableFileCollection getSourceFolders();

    /** {@return the encoding of its sources} */
    @Input
    public abstract Property<String> getEncoding();

    /** {@return the folder of its class files} */
    @Internal
    public abstract DirectoryProperty getClasses();

    /** {@return its build folder} */
    @Internal
    public abstract DirectoryProperty getBuildFolder();

    /** {@return the cache of the build} */
    @Internal
    public abstract Property<CacheService> getCache();

    @Override
    final void execute() throws DiagnosticException, IOException {
        ResolvedClasspath classpath = getRuntimeClasspath().read();
        BuildModule module = new BuildModule(
                getRuntimeClasspath().project(),
                DetectedKind.of(
                        getConfiguration().get().getKind().getOrNull(),
                        getEvidence().get().entrySet().stream()
                                .map(each -> new KindEvidence(each.getKey(), each.getValue()))
                                .toList()),
                getRelease().get(),
                getSourceFolders().getFiles().stream().map(File::toPath).toList(),
                Charset.forName(getEncoding().get()),
                getClasses().get().getAsFile().toPath(),
                BuildModule.Folders.in(getBuildFolder().get().getAsFile().toPath()),
                classpath.direct(getRuntimeClasspath().project()));
        execute(module, classpath, linker(module), getCache().get().cache());
    }

    private Linker linker(BuildModule module) throws DiagnosticException {
        return new Linker(
                module.target(),
                DefaultAllocator.configured(
                        module.kind().kind(),
                        Arrays.asList(getConfiguration().get().getAllocator().getOrNull()),
                        GradleDialect.PLUGIN),
                ResourceBundle.getBundle("dev.heapwright.gradle.version").getString("version"),
                GradleDialect.PLUGIN);
    }

    abstract void execute(BuildModule module, ResolvedClasspath classpath, Linker linker, BuildCache cache)
            throws DiagnosticException, IOException;
}
