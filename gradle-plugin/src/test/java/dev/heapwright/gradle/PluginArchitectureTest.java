package dev.heapwright.gradle;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** The plugin translates Gradle to the linker's values, and depends on nothing else. */
class PluginArchitectureTest {
    @Test
    void thePluginDependsOnGradleAndOnTheLinker() {
        JavaClasses plugin = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("dev.heapwright.gradle");
        classes()
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "dev.heapwright.gradle..",
                        "dev.heapwright.linker..",
                        "dev.heapwright.core..",
                        "dev.heapwright.diagnostic..",
                        "org.gradle..",
                        "java..",
                        "javax.inject..",
                        "org.jspecify..")
                .check(plugin);
    }
}
