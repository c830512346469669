package dev.heapwright.maven.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Enforces the dependencies that {@code CONTRIBUTING.md} describes: between modules, and between the packages of a
 * module.
 */
class ArchitectureTest {
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("dev.heapwright");

    @Test
    void dependenciesPointDownwards() {
        layeredArchitecture()
                .consideringOnlyDependenciesInLayers()
                .layer("annotations")
                .definedBy("dev.heapwright.annotations..")
                .layer("diagnostic")
                .definedBy("dev.heapwright.diagnostic..")
                .layer("core")
                .definedBy("dev.heapwright.core..")
                .layer("processor")
                .definedBy("dev.heapwright.processor..")
                .layer("linker")
                .definedBy("dev.heapwright.linker..")
                .layer("maven")
                .definedBy("dev.heapwright.maven..")
                .layer("memory")
                .definedBy("dev.heapwright.memory..")
                .layer("allocators")
                .definedBy("dev.heapwright.system..", "dev.heapwright.jemalloc..", "dev.heapwright.mimalloc..")
                .layer("heap")
                .definedBy("dev.heapwright.heap..")
                .whereLayer("annotations")
                .mayOnlyBeAccessedByLayers("allocators", "heap")
                .whereLayer("diagnostic")
                .mayOnlyBeAccessedByLayers("core", "processor", "linker", "maven", "memory", "allocators", "heap")
                .whereLayer("core")
                .mayOnlyBeAccessedByLayers("processor", "linker", "maven")
                .whereLayer("processor")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("linker")
                .mayOnlyBeAccessedByLayers("maven")
                .whereLayer("maven")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("memory")
                .mayOnlyBeAccessedByLayers("allocators", "heap")
                .whereLayer("allocators")
                .mayOnlyBeAccessedByLayers("heap")
                .whereLayer("heap")
                .mayNotBeAccessedByAnyLayer()
                .check(CLASSES);
    }

    /**
     * They are built after the plugin, so that they cannot be among its layers: what they depend on is tested in their
     * own modules.
     */
    @Test
    void nothingDependsOnTheOtherFrontEnds() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("dev.heapwright.cli..", "dev.heapwright.gradle..")
                .check(CLASSES);
    }

    @Test
    void onlyThePluginKnowsMaven() {
        noClasses()
                .that()
                .resideOutsideOfPackage("dev.heapwright.maven..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.apache.maven..", "org.eclipse.aether..", "javax.inject..", "org.codehaus..")
                .check(CLASSES);
    }

    @Test
    void diagnosticsDependOnNothingButTheJdk() {
        noClasses()
                .that()
                .resideInAPackage("dev.heapwright.diagnostic..")
                .should()
                .dependOnClassesThat()
                .resideOutsideOfPackages("dev.heapwright.diagnostic..", "java..", "org.jspecify..")
                .check(CLASSES);
    }

    @Test
    void problemsAreRenderedInOnePlace() throws IOException {
        List<String> others = RepositoryFiles.endingWith(".java").stream()
                .filter(file -> file.toString().contains("/src/main/java/"))
                .filter(file -> code(file).contains("[Heapwright/"))
                .map(file -> file.getFileName().toString())
                .sorted()
                .toList();
        assertEquals(List.of("DiagnosticRenderer.java", "RenderedHeadline.java"), others);
    }

    @Test
    void noFileIsLongerThan300Lines() throws IOException {
        assertEquals(
                List.of(),
                RepositoryFiles.endingWith(".java").stream()
                        .filter(file -> RepositoryFiles.content(file).lines().count() > 300)
                        .toList());
    }

    /** {@return a file without its Javadoc and without backslashes} */
    private static String code(Path file) {
        return RepositoryFiles.content(file)
                .replace("\\", "")
                .lines()
                .filter(line -> !line.strip().startsWith("*"))
                .collect(Collectors.joining("\n"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"core", "processor", "linker", "maven", "heap"})
    void packagesOfAModuleDoNotDependOnOneAnotherInCircles(String module) {
        slices().matching("dev.heapwright." + module + ".(*)..")
                .should()
                .beFreeOfCycles()
                .check(CLASSES);
    }
}
