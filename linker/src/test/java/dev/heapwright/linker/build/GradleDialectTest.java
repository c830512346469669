package dev.heapwright.linker.build;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.heapwright.core.link.DependencyPath;
import dev.heapwright.core.link.Dialect;
import dev.heapwright.core.link.Kind;
import dev.heapwright.core.name.Coordinates;
import org.junit.jupiter.api.Test;

class GradleDialectTest {
    private static final Coordinates POOL = new Coordinates("com.acme", "pool", "1.2");

    private final Dialect dialect = GradleDialect.SCRIPT;

    @Test
    void helpIsWrittenAsInBuildScripts() {
        assertEquals("implementation 'com.acme:pool:1.2'", dialect.dependency(POOL));
        assertEquals(
                "implementation 'com.acme:pool:1.2:linux'",
                dialect.dependency(new Coordinates("com.acme", "pool", "1.2", "linux")));
        DependencyPath path = DependencyPath.at(new Coordinates("com.acme", "app", "3.0"))
                .to(new Coordinates("com.acme", "io", "2.1"))
                .to(POOL);
        assertEquals("""
                implementation('com.acme:io:2.1') {
                    exclude group: 'com.acme', module: 'pool'
                }""", dialect.exclusion(path));
        assertEquals("options.compilerArgs += ['--release', '22']", dialect.release(22));
        assertEquals("declare it as testImplementation", dialect.testsOnly());
        assertEquals("'--allocator', 'none' from the arguments", dialect.noDefault());
        assertEquals("by the task that runs heapwright-cli bind", dialect.bind());
        assertEquals("by the arguments:\n'--kind', 'application'", dialect.kind(Kind.APPLICATION));
        assertEquals("""
                add this to the dependencies:
                annotationProcessor 'dev.heapwright:heapwright-processor:0.9'""", dialect.processor("0.9"));
        assertEquals("""
                apply the plugin org.jetbrains.kotlin.kapt, and add this to the dependencies:
                kapt 'dev.heapwright:heapwright-processor:0.9'""", dialect.kotlinProcessor("0.9"));
        assertEquals("the task shadowJar does with this:\nmergeServiceFiles()", dialect.mergedServices());
        assertEquals("""
                the task shadowJar does with these:
                relocate 'dev.heapwright', 'com.acme.heapwright'
                mergeServiceFiles()""", dialect.relocation("dev.heapwright", "com.acme.heapwright"));
        assertEquals(
                """
                by the configuration of the task that makes the jar:
                manifest { attributes 'Enable-Native-Access': 'ALL-UNNAMED' }""",
                dialect.manifestEntry(
                        new Dialect.ManifestChange("app.jar", false, "", "", "Enable-Native-Access", "ALL-UNNAMED")));
    }

    @Test
    void withThePluginTheBuildHasItsOwnWords() {
        assertEquals("compileJava { options.release = 22 }", GradleDialect.PLUGIN.release(22));
        assertEquals("allocator = 'none' from the block heapwright", GradleDialect.PLUGIN.noDefault());
        assertEquals("in the block heapwright:\nkind = 'hosted'", GradleDialect.PLUGIN.kind(Kind.HOSTED));
        assertEquals("by the task heapwrightBind, on which compileJava depends", GradleDialect.PLUGIN.bind());
    }
}
