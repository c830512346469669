package dev.heapwright.gradle;

import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gradle.api.GradleException;
import org.gradle.api.Project;
import org.gradle.api.Task;
import org.gradle.testfixtures.ProjectBuilder;

/**
 * A project that is not built: single tasks are run.
 *
 * @param project with the plugin applied
 */
record TestProject(Project project) {
    /** {@return com.acme:app:1.0 in a folder, with Heapwright's and other plugins} */
    static TestProject in(Path folder, String... plugins) {
        Project project = ProjectBuilder.builder()
                .withProjectDir(folder.toFile())
                .withName("app")
                .build();
        project.setGroup("com.acme");
        project.setVersion("1.0");
        project.getPluginManager().apply("dev.heapwright");
        for (String plugin : plugins) {
            project.getPluginManager().apply(plugin);
        }
        return new TestProject(project);
    }

    HeapwrightExtension configuration() {
        return project.getExtensions().getByType(HeapwrightExtension.class);
    }

    <T extends Task> T task(String name, Class<T> type) {
        return project.getTasks().named(name, type).get();
    }

    /** {@return the names of the tasks that one depends on directly} */
    SortedSet<String> dependencies(String name) {
        Task task = task(name, Task.class);
        return task.getTaskDependencies().getDependencies(task).stream()
                .map(Task::getName)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Does what a task does, without what it depends on. */
    void run(String name) {
        Task task = task(name, Task.class);
        task.getActions().forEach(action -> action.execute(task));
    }

    /** {@return what a task says that does not do its work; there is no stack of the plugin's with it} */
    String refusal(String name) {
        GradleException refused = assertThrows(GradleException.class, () -> run(name));
        assertNull(refused.getCause());
        return String.valueOf(refused.getMessage());
    }

    /** {@return the files in the build folder} */
    SortedSet<String> built() throws IOException {
        Path build = Files.createDirectories(
                project.getLayout().getBuildDirectory().get().getAsFile().toPath());
        try (Stream<Path> files = Files.walk(build)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> build.relativize(file).toString())
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }
}
