package dev.heapwright.gradle;

import dev.heapwright.linker.build.BuildModule;
import dev.heapwright.linker.checked.ReportFolder;
import java.nio.charset.Charset;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.gradle.api.JavaVersion;
import org.gradle.api.Plugin;
import org.gradle.api.Project;
import org.gradle.api.file.Directory;
import org.gradle.api.provider.Property;
import org.gradle.api.provider.Provider;
import org.gradle.api.tasks.SourceSet;
import org.gradle.api.tasks.SourceSetContainer;
import org.gradle.api.tasks.TaskContainer;
import org.gradle.api.tasks.TaskProvider;
import org.gradle.api.tasks.compile.JavaCompile;
import org.gradle.api.tasks.testing.Test;
import org.gradle.jvm.tasks.Jar;

/**
 * The plugin {@code dev.heapwright}: binds what the plugin {@code java} compiles. It adds tasks and the folders of the glue,
 * and no dependencies.
 */
public abstract class HeapwrightPlugin implements Plugin<Project> {
    /** The tasks that package a program; others package sources, documentation or tests. */
    private static final Set<String> JAR_TASKS = Set.of("jar", "war", "bootJar", "bootWar", "shadowJar");

    /** For Gradle. */
    public HeapwrightPlugin() {}

    @Override
    public void apply(Project project) {
        HeapwrightExtension configuration = project.getExtensions().create("heapwright", HeapwrightExtension.class);
        configuration.getChecked().convention(false);
        configuration.getObserved().convention(false);
        project.getPluginManager().withPlugin("java", java -> {
            SourceSet main = project.getExtensions()
                    .getByType(SourceSetContainer.class)
                    .getByName(SourceSet.MAIN_SOURCE_SET_NAME);
            configureTasks(project, main, configuration);
            bind(project, main, configuration.getChecked());
            check(project, main, configuration.getChecked());
            tests(project, configuration.getChecked());
            project.getTasks().register("heapwrightTree", HeapwrightTree.class, task -> {
                task.setDescription("Shows what needs an allocator, what provides one, and what is linked and why.");
                task.getOutputType().convention("text");
            });
            project.getTasks()
                    .register(
                            "heapwrightExplain",
                            HeapwrightExplain.class,
                            task -> task.setDescription("Prints the page that explains a diagnostic."));
        });
    }

    /** Configures the tasks. */
    private static void configureTasks(Project project, SourceSet main, HeapwrightExtension configuration) {
        TaskProvider<JavaCompile> compile = project.getTasks().named(main.getCompileJavaTaskName(), JavaCompile.class);
        // Projects may have loaded this class more than once, and a service is of one class.
        Provider<CacheService> cache = project.getGradle()
                .getSharedServices()
                .registerIfAbsent("heapwright" + project.getPath(), CacheService.class, service -> {});
        project.getTasks().withType(ModuleTask.class).configureEach(task -> {
            task.getConfiguration().set(configuration);
            task.getRuntimeClasspath()
                    .resolve(project.getConfigurations(), main.getRuntimeClasspathConfigurationName());
            task.getEvidence().set(project.provider(() -> ProjectKind.evidence(project)));
            task.getRelease().set(project.provider(() -> release(compile.get())));
            task.getEncoding()
                    .set(project.provider(
                            () -> Optional.ofNullable(compile.get().getOptions().getEncoding())
                                    .orElse(Charset.defaultCharset().name())));
            // Without the glue's: the task that writes it would depend on itself.
            task.getSourceFolders()
                    .from((Callable<?>) () -> main.getJava().getSrcDirs().stream()
                            .filter(each ->
                                    !each.toPath().equals(folders(project).glueSources()))
                            .toList())
                    .builtBy((Callable<?>) () -> main.getJava().getBuildDependencies().getDependencies(null).stream()
                            .filter(each -> !(each instanceof HeapwrightBind))
                            .toList());
            task.getClasses().set(compile.flatMap(JavaCompile::getDestinationDirectory));
            task.getBuildFolder().set(project.getLayout().getBuildDirectory());
            task.getCache().set(cache);
            task.usesService(cache);
        });
    }

    private static int release(JavaCompile compile) {
        return compile.getOptions()
                .getRelease()
                .getOrElse(Integer.parseInt(
                        JavaVersion.toVersion(compile.getTargetCompatibility()).getMajorVersion()));
    }

    private static BuildModule.Folders folders(Project project) {
        return BuildModule.Folders.in(
                project.getLayout().getBuildDirectory().get().getAsFile().toPath());
    }

    private static void bind(Project project, SourceSet main, Property<Boolean> checked) {
        TaskProvider<HeapwrightBind> bind = project.getTasks()
                .register("heapwrightBind", HeapwrightBind.class, task -> {
                    task.setDescription("Binds the project to one allocator: generates its glue.");
                    task.getGlueSources()
                            .fileProvider(project.provider(
                                    () -> folders(project).glueSources().toFile()));
                    task.getGlueResources()
                            .fileProvider(project.provider(
                                    () -> folders(project).glueResources().toFile()));
                    task.getOutputs().upToDateWhen(each -> !checked.get());
                });
        main.getJava().srcDir(bind.flatMap(HeapwrightBind::getGlueSources));
        main.getResources().srcDir(bind.flatMap(HeapwrightBind::getGlueResources));
    }

    private static void check(Project project, SourceSet main, Property<Boolean> checked) {
        TaskContainer tasks = project.getTasks();
        TaskProvider<HeapwrightCheck> check = tasks.register("heapwrightCheck", HeapwrightCheck.class, task -> {
            task.setDescription("Verifies the compiled project and its jars.");
            task.getInputs().files(main.getOutput());
            task.getJars().from(tasks.withType(Jar.class).matching(jar -> JAR_TASKS.contains(jar.getName())));
            task.getOutputs().upToDateWhen(each -> !checked.get());
            task.mustRunAfter(tasks.withType(Test.class));
        });
        tasks.named("check", task -> task.dependsOn(check));
    }

    /** What checked glue finds when a JVM ends, it writes to a folder, which is emptied by each build and read by its check. */
    private static void tests(Project project, Property<Boolean> checked) {
        Provider<Directory> reports = project.getLayout().getBuildDirectory().dir(ReportFolder.NAME);
        project.getTasks().withType(Test.class).configureEach(test -> {
            test.getOutputs().upToDateWhen(each -> !checked.get());
            test.doFirst(each -> {
                if (checked.get()) {
                    test.systemProperty("heapwright.checked.report", reports.get());
                }
            });
        });
    }
}
