package dev.heapwright.cli;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** The command line translates options to the linker's values, and depends on nothing else. */
class CliArchitectureTest {
    @Test
    void theCommandLineDependsOnTheLinker() {
        JavaClasses commandLine = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("dev.heapwright.cli");
        classes()
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "dev.heapwright.cli..",
                        "dev.heapwright.linker..",
                        "dev.heapwright.core..",
                        "dev.heapwright.diagnostic..",
                        "picocli..",
                        "java..",
                        "org.jspecify..")
                .check(commandLine);
    }
}
