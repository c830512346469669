package dev.heapwright.gradle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What each of the tasks does when it is run. */
class HeapwrightTasksTest {
    @TempDir
    private static Path shared;

    @TempDir
    private Path folder;

    @BeforeAll
    static void makeRepository() throws IOException {
        TestRepository made = TestRepository.withHeapwright(Files.createDirectory(shared.resolve("repository")));
        made.addAllocator("com.acme:pool:1.2", "com.acme.Pool", shared);
        made.addAllocator("com.acme:arena:2.0", "com.acme.Arena", shared);
        made.add("com.acme:io:2.1", Files.createDirectory(shared.resolve("io")), "com.acme:arena:2.0");
    }

    @Test
    void anApplicationIsBound() throws IOException {
        TestProject app = project("application", "dev.heapwright:heapwright-heap:0.1.0");
        app.configuration().getAllocator().set("system");
        app.run("heapwrightBind");
        assertEquals(
                Set.of(
                        "generated-sources/heapwright/com/acme/app/heapwright/HeapwrightBinding.java",
                        "generated-resources/heapwright/META-INF/heapwright/binding/dev.heapwright.system.SystemAllocator",
                        "generated-resources/heapwright/META-INF/services/dev.heapwright.heap.Binding"),
                app.built());
    }

    @Test
    void whatIsNoLongerBoundHasNoGlue() throws IOException {
        TestProject app = project("application", "dev.heapwright:heapwright-heap:0.1.0");
        app.run("heapwrightBind");
        app.configuration().getKind().set("library");
        app.run("heapwrightBind");
        assertEquals(Set.of("generated-resources/heapwright/META-INF/heapwright/library"), app.built());
    }

    @Test
    void whatAHostBringsAlongIsNotBoundAgain() throws IOException {
        TestProject war = project("war");
        war.project().getDependencies().add("providedCompile", "dev.heapwright:heapwright-heap:0.1.0");
        war.run("heapwrightBind");
        assertEquals(Set.of(), war.built());
    }

    @Test
    void checkedGlueHasAFolderForItsReports() {
        TestProject app = project("application", "dev.heapwright:heapwright-heap:0.1.0");
        app.configuration().getChecked().set(true);
        app.run("heapwrightBind");
        assertTrue(Files.isDirectory(folder.resolve("build/heapwright-checked")));
    }

    @Test
    void checkedGlueIsNotObserved() {
        TestProject app = project("application", "dev.heapwright:heapwright-heap:0.1.0");
        app.configuration().getChecked().set(true);
        app.configuration().getLimit().set("512m");
        assertTrue(app.refusal("heapwrightBind").contains("checked and limit are both set"));
        app.configuration().getChecked().set(false);
        app.run("heapwrightBind");
    }

    @Test
    void twoAllocatorsAreRefusedInTheWordsOfGradle() {
        TestProject app = project("application", "com.acme:pool:1.2", "com.acme:io:2.1");
        assertEquals("""
                [Heapwright/TwoAllocators] com.acme:app would link 2 allocators; an application must link exactly one
                    com.acme.Pool   via com.acme:app -> com.acme:pool:1.2
                    com.acme.Arena  via com.acme:app -> com.acme:io:2.1 -> com.acme:arena:2.0
                  help: keep one; to drop the second, exclude it where it comes in, in the dependency on com.acme:io:
                        implementation('com.acme:io:2.1') {
                            exclude group: 'com.acme', module: 'arena'
                        }
                  more: gradle heapwrightExplain --id TwoAllocators""", app.refusal("heapwrightBind"));
    }

    @Test
    void aProjectWithoutGroupHasItsNameInstead() {
        TestProject app = project("application", "com.acme:pool:1.2", "com.acme:arena:2.0");
        app.project().setGroup("");
        String refusal = app.refusal("heapwrightBind");
        assertTrue(refusal.contains("via app:app -> com.acme:pool:1.2\n"), refusal);
    }

    @Test
    void aFileIsADependencyThatIsCalledByItsName() {
        TestProject app = project("application", "com.acme:arena:2.0");
        app.project().getDependencies().add("implementation", app.project().files(shared.resolve("com.acme.Pool")));
        String refusal = app.refusal("heapwrightBind");
        assertTrue(refusal.contains("via com.acme:app -> file:com.acme.Pool:unknown\n"), refusal);
    }

    @Test
    void anUnknownKindIsToldWithTheNearest() {
        TestProject app = project("java");
        app.configuration().getKind().set("aplication");
        String refusal = app.refusal("heapwrightBind");
        assertTrue(
                refusal.startsWith(
                        "[Heapwright/InvalidConfiguration] unknown kind 'aplication'; did you mean application?\n"),
                refusal);
    }

    @Test
    void whoTurnsTheDefaultOffIsToldHowToTurnItOn() {
        TestProject app = project("application", "dev.heapwright:heapwright-heap:0.1.0");
        app.configuration().getAllocator().set("none");
        String refusal = app.refusal("heapwrightBind");
        assertTrue(refusal.contains("remove allocator = 'none' from the block heapwright\n"), refusal);
    }

    @Test
    void aMistypedIdIsToldWithTheNearest() {
        TestProject app = project("java");
        app.task("heapwrightExplain", HeapwrightExplain.class).getId().set("TwoAlocators");
        String refusal = app.refusal("heapwrightExplain");
        assertTrue(refusal.contains("did you mean TwoAllocators?"), refusal);
    }

    private TestProject project(String plugin, String... dependencies) {
        TestProject project = TestProject.in(folder, plugin);
        project.project().getRepositories().maven(maven -> maven.setUrl(shared.resolve("repository")));
        for (String dependency : dependencies) {
            project.project().getDependencies().add("implementation", dependency);
        }
        return project;
    }
}
