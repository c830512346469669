package dev.heapwright.maven.project.kind;

import static dev.heapwright.maven.project.kind.EvidenceRule.mainClass;
import static dev.heapwright.maven.project.kind.EvidenceRule.makes;
import static dev.heapwright.maven.project.kind.EvidenceRule.property;
import static dev.heapwright.maven.project.kind.EvidenceRule.runs;
import static dev.heapwright.maven.project.kind.ManifestInspector.archive;
import static dev.heapwright.maven.project.kind.ManifestInspector.entries;

import dev.heapwright.core.link.Kind;
import dev.heapwright.maven.project.plugin.PluginUse;
import java.util.List;
import java.util.Set;

/** The plugins that turn a module into more than a library, and the evidence for it in their configuration. */
final class PluginRules {
    private static final String MAVEN = "org.apache.maven.plugins:";
    private static final String MOJO = "org.codehaus.mojo:";

    /** In the order in which they are reported if several are evidence for the same kind. */
    static final List<PluginRule> TABLE = List.of(
            PluginRule.of(MAVEN + "maven-jar-plugin", archive().where(PluginRules::isNotForTests)),
            PluginRule.of(
                    MAVEN + "maven-shade-plugin",
                    mainClass("transformers/*/mainClass"),
                    entries("transformers/*/manifestEntries"),
                    makes(Kind.BUNDLE, "a jar with dependencies", use -> use.runs("shade"))),
            PluginRule.of(MAVEN + "maven-assembly-plugin", archive(), AssemblyDescriptors::evidence)
                    .skippedBy("assembly.skipAssembly", "skipAssembly"),
            PluginRule.of(
                            "org.springframework.boot:spring-boot-maven-plugin",
                            mainClass("mainClass"),
                            property("start-class"),
                            property("spring-boot.run.main-class"),
                            runs("repackage"))
                    .skippedBy("spring-boot.repackage.skip"),
            PluginRule.of(
                            "org.springframework.boot:spring-boot-maven-plugin",
                            runs("build-image"),
                            runs("build-image-no-fork"))
                    .skippedBy("spring-boot.build-image.skip"),
            quarkus("io.quarkus:quarkus-maven-plugin"),
            quarkus("io.quarkus.platform:quarkus-maven-plugin"),
            PluginRule.of(
                            "com.google.cloud.tools:jib-maven-plugin",
                            mainClass("container/mainClass"),
                            runs("build"),
                            runs("dockerBuild"),
                            runs("buildTar"))
                    .skippedBy("jib.skip"),
            PluginRule.of(
                    MAVEN + "maven-jlink-plugin",
                    makes(Kind.APPLICATION, "a launcher", PluginRules::hasLauncher),
                    runs("jlink")),
            jpackage("org.panteleyev:jpackage-maven-plugin"),
            jpackage("com.github.akman:jpackage-maven-plugin"),
            PluginRule.of(
                    MOJO + "appassembler-maven-plugin",
                    mainClass("programs/*/mainClass"),
                    mainClass("daemons/*/mainClass")),
            PluginRule.of(
                            "org.graalvm.buildtools:native-maven-plugin",
                            mainClass("mainClass"),
                            makes(Kind.HOSTED, "a shared library", PluginRules::isSharedLibrary))
                    .skippedBy("skipNativeBuild"),
            PluginRule.of("org.openjfx:javafx-maven-plugin", mainClass("mainClass"), property("javafx.mainClass"))
                    .skippedBy("javafx.skip"),
            PluginRule.of(
                            "com.akathist.maven.plugins.launch4j:launch4j-maven-plugin",
                            mainClass("classPath/mainClass"),
                            runs("launch4j"))
                    .skippedBy("skipLaunch4j"),
            PluginRule.of(
                    "io.github.fvarrui:javapackager", mainClass("mainClass"), property("mainClass"), runs("package")),
            PluginRule.of(
                    "org.moditect:moditect-maven-plugin",
                    mainClass("module/mainClass"),
                    makes(Kind.APPLICATION, "a launcher", PluginRules::hasLauncher),
                    runs("create-runtime-image")),
            PluginRule.of("net.alchim31.maven:scala-maven-plugin", mainClass("launchers/*/mainClass")),
            PluginRule.of(ExecutedClasses.PLUGIN, ExecutedClasses::evidence).skippedBy("exec.skip"),
            PluginRule.of("org.apache.felix:maven-bundle-plugin", osgi()),
            PluginRule.of("biz.aQute.bnd:bnd-maven-plugin", osgi()));

    private PluginRules() {}

    private static PluginRule quarkus(String plugin) {
        return PluginRule.of(plugin, property("quarkus.package.main-class"), runs("build"))
                .skippedBy("quarkus.build.skip");
    }

    /**
     * The parameter is mainClass for one and mainclass for the other; the module's main class need not be configured
     * for either.
     */
    private static PluginRule jpackage(String plugin) {
        return PluginRule.of(plugin, mainClass("mainClass"), mainClass("mainclass"), runs("jpackage"));
    }

    private static EvidenceRule osgi() {
        return makes(Kind.HOSTED, "an OSGi bundle", use -> !use.goals().isEmpty());
    }

    private static boolean isNotForTests(PluginUse use) {
        return !use.goals().equals(Set.of("test-jar"));
    }

    private static boolean hasLauncher(PluginUse use) {
        return use.configuration().value("launcher").isPresent()
                || use.configuration().value("launcher/module").isPresent()
                || use.configuration().value("launchers/*").isPresent();
    }

    private static boolean isSharedLibrary(PluginUse use) {
        return use.configuration().values("sharedLibrary").contains("true")
                || use.configuration().values("buildArgs/*").contains("--shared");
    }
}
