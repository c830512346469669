package dev.heapwright.maven.project;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.heapwright.diagnostic.DiagnosticRenderer;
import dev.heapwright.diagnostic.TextStyle;
import dev.heapwright.maven.testing.EffectiveModels;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QuarkusDevTest {
    private static final EffectiveModels MODELS = EffectiveModels.start();
    private static final String PLUGIN = """
            <build><plugins><plugin>
              <groupId>%s</groupId><artifactId>quarkus-maven-plugin</artifactId><version>3.20.0</version>
            </plugin></plugins></build>""";

    @TempDir
    private Path folder;

    private Path resources;

    @BeforeEach
    void prepare() throws Exception {
        resources = Files.createDirectories(folder.resolve("src/main/resources"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"io.quarkus", "io.quarkus.platform"})
    void withoutTheSettingItWarns(String group) throws Exception {
        assertEquals("""
                [Heapwright/NotBound] quarkus:dev loads the heap in another class loader than this application, so it is not bound
                    at %s
                    required: quarkus.class-loading.reloadable-artifacts contains dev.heapwright:heapwright-heap
                  help: add it, so that the heap is loaded with the application:
                        quarkus.class-loading.reloadable-artifacts=dev.heapwright:heapwright-heap
                  more: mvn dev.heapwright:heapwright-maven-plugin:explain -Did=NotBound""".formatted(resources.resolve("application.properties")), warnings(PLUGIN.formatted(group)));
    }

    @Test
    void withoutQuarkusThereIsNothingToSet() throws Exception {
        assertEquals("", warnings(""));
        assertEquals("", warnings(PLUGIN.formatted("com.acme")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "quarkus.class-loading.reloadable-artifacts=dev.heapwright:heapwright-heap",
                "quarkus.class-loading.reloadable-artifacts : com.acme:lib, dev.heapwright:heapwright-heap ",
                "%dev.quarkus.class-loading.reloadable-artifacts=com.acme:lib,\\\n  dev.heapwright:heapwright-heap"
            })
    void withTheSettingItDoesNot(String text) throws Exception {
        Files.writeString(resources.resolve("application.properties"), text);
        assertEquals("", warnings(PLUGIN.formatted("io.quarkus")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "#quarkus.class-loading.reloadable-artifacts=dev.heapwright:heapwright-heap",
                "quarkus.class-loading.reloadable-artifacts=dev.heapwright:heapwright-memory",
                "%test.quarkus.class-loading.reloadable-artifacts=dev.heapwright:heapwright-heap",
                "a=\\u12x",
                ""
            })
    void anotherSettingIsNotThisOne(String text) throws Exception {
        Files.writeString(resources.resolve("application.properties"), text);
        assertEquals(
                1,
                warnings(PLUGIN.formatted("io.quarkus"))
                        .lines()
                        .filter(line -> line.contains("help:"))
                        .count());
    }

    @ParameterizedTest
    @CsvSource({
        "application.yaml, reloadable-artifacts, 0",
        "application.yml, reloadable-artifacts, 0",
        "application.yml, other, 1"
    })
    void whatIsNotReadIsTakenToBeRight(String file, String text, int warnings) throws Exception {
        Files.writeString(resources.resolve(file), "quarkus:\n  class-loading:\n    " + text + ": x\n");
        assertEquals(
                warnings,
                warnings(PLUGIN.formatted("io.quarkus"))
                        .lines()
                        .filter(line -> line.contains("help:"))
                        .count());
    }

    private String warnings(String pom) throws Exception {
        StringBuilder text = new StringBuilder();
        String sources = "<build><resources><resource><directory>" + resources + "</directory></resource></resources>";
        QuarkusDev.warnings(
                        MODELS.module(folder, pom.isEmpty() ? sources + "</build>" : pom.replace("<build>", sources)))
                .forEach(warning -> text.append(DiagnosticRenderer.render(warning, TextStyle.PLAIN)));
        return text.toString();
    }
}
