package dev.heapwright.maven.project;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.heapwright.maven.testing.EffectiveModels;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import org.apache.maven.model.building.ModelBuildingException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TestModulePathTest {
    private static final String CONFIGURED = """
            <build><plugins><plugin>
              <artifactId>maven-surefire-plugin</artifactId>
              <configuration><useModulePath>%s</useModulePath></configuration>
            </plugin></plugins></build>""";
    private static final String PROPERTY =
            "<properties><surefire.useModulePath>false</surefire.useModulePath></properties>";

    @TempDir
    private Path folder;

    private EffectiveModels models;
    private Properties userProperties;

    @BeforeAll
    void start() {
        models = EffectiveModels.start();
    }

    @BeforeEach
    void nothingOnTheCommandLine() {
        userProperties = new Properties();
    }

    @Test
    void testsOfANamedModuleRunOnItUnlessSurefireIsConfiguredOtherwise() throws Exception {
        declare();
        assertTrue(isUsed(""));
        assertTrue(isUsed(CONFIGURED.formatted("true")));
        assertFalse(isUsed(CONFIGURED.formatted("false")));
    }

    @Test
    void thePropertyCountsUnlessThePluginIsConfigured() throws Exception {
        declare();
        assertFalse(isUsed(PROPERTY));
        assertTrue(isUsed(PROPERTY + CONFIGURED.formatted("true")));
        userProperties.setProperty("surefire.useModulePath", "false");
        assertFalse(isUsed(""));
    }

    @Test
    void testsOfAnUnnamedModuleDoNotRunOnIt() throws Exception {
        Files.deleteIfExists(declaration());
        assertEquals(false, isUsed(""));
    }

    private void declare() throws IOException {
        Files.createDirectories(declaration().getParent());
        Files.writeString(declaration(), "module com.acme {}\n");
    }

    private Path declaration() {
        return folder.resolve("src/main/java/module-info.java");
    }

    private boolean isUsed(String pom, String... parents) throws ModelBuildingException {
        var module = models.module(folder, pom, parents);
        module.addCompileSourceRoot(folder.resolve("src/main/java").toString());
        return TestModulePath.isUsed(module, userProperties);
    }
}
