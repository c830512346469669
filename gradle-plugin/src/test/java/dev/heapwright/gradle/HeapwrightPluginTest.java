package dev.heapwright.gradle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.heapwright.core.link.Kind;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gradle.api.Task;
import org.gradle.api.tasks.SourceSetContainer;
import org.gradle.jvm.tasks.Jar;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How the tasks are connected to those of Gradle, and what they are told of the project. */
class HeapwrightPluginTest {
    @TempDir
    private Path folder;

    @Test
    void theGlueIsGeneratedBeforeItIsCompiledAndPackaged() {
        TestProject project = TestProject.in(folder, "java");
        assertEquals(Set.of("heapwrightBind"), project.dependencies("compileJava"));
        assertEquals(Set.of("heapwrightBind"), project.dependencies("processResources"));
        assertEquals(Set.of(), project.dependencies("heapwrightBind"));
    }

    @Test
    void whatIsPackagedIsVerified() {
        TestProject project = TestProject.in(folder, "war");
        project.project().getTasks().register("sourcesJar", Jar.class);
        assertEquals(Set.of("classes", "compileJava", "jar", "war"), project.dependencies("heapwrightCheck"));
        assertTrue(project.dependencies("check").contains("heapwrightCheck"));
    }

    @Test
    void whatGeneratesSourcesRunsBeforeTheyAreRead() {
        TestProject project = TestProject.in(folder, "java");
        Task generator = project.project().getTasks().create("generator");
        generator.getOutputs().dir(folder.resolve("generated"));
        project.project()
                .getExtensions()
                .getByType(SourceSetContainer.class)
                .getByName("main")
                .getJava()
                .srcDir(generator);
        assertEquals(Set.of("generator"), project.dependencies("heapwrightBind"));
        assertEquals(
                List.of("src/main/java", "generated"),
                project.task("heapwrightBind", HeapwrightBind.class).getSourceFolders().getFiles().stream()
                        .map(File::toPath)
                        .map(each -> folder.relativize(each).toString())
                        .toList());
    }

    @Test
    void withoutThePluginJavaThereIsNothingToDo() {
        TestProject project = TestProject.in(folder, "base");
        assertTrue(project.project()
                .getTasks()
                .matching(HeapwrightTask.class::isInstance)
                .isEmpty());
    }

    @ParameterizedTest
    @CsvSource({
        "application, , APPLICATION",
        "war, , HOSTED",
        "java-gradle-plugin, , HOSTED",
        "java-library, Main-Class, APPLICATION",
        "java-library, Premain-Class, HOSTED"
    })
    void theKindIsDetected(String plugin, String attribute, Kind kind) {
        TestProject project = TestProject.in(folder, plugin);
        if (attribute != null) {
            project.task("jar", Jar.class).getManifest().attributes(Map.of(attribute, "com.acme.Main"));
        }
        assertEquals(
                Set.of(kind),
                project.task("heapwrightBind", HeapwrightBind.class)
                        .getEvidence()
                        .get()
                        .keySet());
    }

    @Test
    void nothingSpeaksForAKindOfALibrary() {
        assertEquals(
                Map.of(),
                TestProject.in(folder, "java-library")
                        .task("heapwrightBind", HeapwrightBind.class)
                        .getEvidence()
                        .get());
    }

    @Test
    void onlyTestsOfACheckedProgramReportToTheBuild() {
        TestProject project = TestProject.in(folder, "java");
        var tests = project.task("test", org.gradle.api.tasks.testing.Test.class);
        tests.getActions().get(0).execute(tests);
        assertFalse(tests.getSystemProperties().containsKey("heapwright.checked.report"));
        project.configuration().getChecked().set(true);
        tests.getActions().get(0).execute(tests);
        assertEquals(
                folder.resolve("build/heapwright-checked").toString(),
                String.valueOf(tests.getSystemProperties().get("heapwright.checked.report")));
    }
}
