package dev.heapwright.maven.project;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.heapwright.core.name.Coordinates;
import dev.heapwright.linker.build.OtherArtifacts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.maven.artifact.Artifact;
import org.apache.maven.artifact.DefaultArtifact;
import org.apache.maven.artifact.handler.DefaultArtifactHandler;
import org.apache.maven.model.Dependency;
import org.apache.maven.model.DependencyManagement;
import org.apache.maven.model.Exclusion;
import org.apache.maven.model.Model;
import org.apache.maven.project.MavenProject;
import org.apache.maven.repository.internal.MavenRepositorySystemUtils;
import org.eclipse.aether.DefaultRepositorySystemSession;
import org.eclipse.aether.internal.impl.SimpleLocalRepositoryManagerFactory;
import org.eclipse.aether.repository.LocalRepository;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LeftOutDependenciesTest {
    private static final String ANNOTATED = "<artifactId>heapwright-annotations</artifactId>";
    private static final String OPTIONAL = "<optional>true</optional>";

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it.
    Path repository;

    private final DefaultRepositorySystemSession session = MavenRepositorySystemUtils.newSession();
    private final Model model = new Model();
    private final MavenProject project = new MavenProject(model);
    private final LinkedHashSet<Artifact> resolved = new LinkedHashSet<>();
    private final Map<String, List<org.eclipse.aether.graph.Dependency>> poms = new HashMap<>();
    private final List<String> read = new ArrayList<>();

    @BeforeEach
    void aModuleWithALocalRepository() throws Exception {
        session.setLocalRepositoryManager(new SimpleLocalRepositoryManagerFactory()
                .newInstance(session, new LocalRepository(repository.toFile())));
        model.setGroupId("com.acme");
        model.setDependencyManagement(new DependencyManagement());
        project.setOriginalModel(new Model());
        project.getOriginalModel().setDependencyManagement(new DependencyManagement());
        install("com.acme", "pool", "1.2", ANNOTATED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"test", "provided"})
    void aDependencyOfAnotherScopeIsLeftOut(String scope) {
        declare("com.acme", "pool", "1.2").setScope(scope);
        assertEquals("[com.acme:pool:1.2 (scope " + scope + ")]", leftOut());
    }

    @ParameterizedTest
    @ValueSource(strings = {"compile", "runtime"})
    void oneThatIsRunWithIsNot(String scope) {
        declare("com.acme", "pool", "1.2").setScope(scope);
        assertEquals("[]", leftOut());
    }

    @Test
    void aDependencyOfTheSystemIsWhereItSays() throws IOException {
        Path jar = Files.createFile(repository.resolve("any.jar"));
        Dependency system = declare("com.acme", "vendor", "1");
        system.setScope("system");
        system.setSystemPath(jar.toString());
        assertEquals("[com.acme:vendor:1 (scope system)]", leftOut());
        assertEquals(jar, others().leftOut(Set.of()).get(0).location());
    }

    @Test
    void whatIsNotThereOrHasNothingToDoWithAllocatorsIsNotLookedAt() throws IOException {
        install("org.junit", "junit", "5", "");
        declare("org.junit", "junit", "5").setScope("test");
        declare("com.acme", "absent", "1").setScope("test");
        declare("com.acme", "pool", "9").setScope("test");
        assertEquals("[]", leftOut());
    }

    @Test
    void anExclusionIsNamedWithTheVersionThatItLeavesOut() {
        runWith("com.acme", "io", "2.1");
        exclude(declare("com.acme", "io", "2.1"), "com.acme", "pool");
        pom("com.acme:io:2.1", dependency("pool", "1.2", "compile", false));
        assertEquals("[com.acme:pool:1.2 (excluded from com.acme:io:2.1)]", leftOut());
    }

    @Test
    void soIsOneOfADependencyFurtherBelow() {
        runWith("com.acme", "io", "2.1");
        exclude(declare("com.acme", "io", "2.1"), "com.acme", "pool");
        runWith("com.acme", "mid", "3");
        pom("com.acme:io:2.1", dependency("mid", "1", "compile", false), dependency("absent", "1", "compile", false));
        pom("com.acme:mid:3", dependency("io", "2.1", "compile", false), dependency("pool", "1.2", "runtime", false));
        assertEquals("[com.acme:pool:1.2 (excluded from com.acme:io:2.1)]", leftOut());
    }

    @Test
    void soIsOneOfAllDependencies() {
        runWith("com.acme", "io", "2.1");
        exclude(declare("com.acme", "io", "2.1"), "*", "*");
        pom("com.acme:io:2.1", dependency("pool", "1.2", "compile", false), dependency("mid", "1", "compile", false));
        assertEquals("[com.acme:pool:1.2 (excluded from com.acme:io:2.1)]", leftOut());
    }

    @Test
    void aRangeOfVersionsStandsForTheOneThatWasChosen() {
        runWith("com.acme", "io", "2.1");
        exclude(declare("com.acme", "io", "[2,3)"), "*", "*");
        pom(
                "com.acme:io:2.1",
                dependency("pool", "1.2", "compile", false),
                dependency("mid", "[1,2)", "compile", true));
        assertEquals("[com.acme:pool:1.2 (excluded from com.acme:io:2.1)]", leftOut());
    }

    @Test
    void anExclusionOfWhatIsNotThereTakesNoTime() throws IOException {
        install("commons-logging", "commons-logging", "1.2", "");
        runWith("com.acme", "io", "2.1");
        Dependency io = declare("com.acme", "io", "2.1");
        exclude(io, "commons-logging", "commons-logging");
        exclude(io, "com.acme", "absent");
        assertEquals("[]", leftOut());
        assertEquals(List.of(), read);
    }

    @Test
    void anExclusionWithoutEffectLeavesNothingOut() {
        runWith("com.acme", "io", "2.1");
        exclude(declare("com.acme", "io", "2.1"), "com.acme", "pool");
        pom("com.acme:io:2.1", dependency("pool", "1.2", "test", false), dependency("pool", "1.2", "compile", true));
        assertEquals("[]", leftOut());
    }

    @Test
    void whatALibraryThatNeedsAnAllocatorDoesNotPassOnIsLeftOut() throws IOException {
        install("com.acme", "slab", "1.0", ANNOTATED);
        install("com.acme", "io", "2.1", OPTIONAL);
        runWith("com.acme", "io", "2.1");
        pom(
                "com.acme:io:2.1",
                dependency("pool", "1.2", "compile", true),
                dependency("slab", "1.0", "provided", false),
                dependency("absent", "1", "compile", false));
        assertEquals(
                "[com.acme:pool:1.2 (optional in com.acme:io:2.1), com.acme:slab:1.0 (scope provided in com.acme:io:2.1)]",
                leftOut(new Coordinates("com.acme", "io", "2.1")));
        assertEquals("[]", leftOut());
    }

    @Test
    void aLibraryThatPassesAllOnIsNotRead() throws IOException {
        install("com.acme", "io", "2.1", ANNOTATED);
        runWith("com.acme", "io", "2.1");
        assertEquals("[]", leftOut(new Coordinates("com.acme", "io", "2.1")));
        assertEquals(List.of(), read);
    }

    @Test
    void whatIsManagedOnlyIsLeftOutWhereSomebodyHasWrittenItDownOrItIsOfTheOwnGroup() throws IOException {
        install("org.other", "slab", "1.0", ANNOTATED);
        install("org.other", "bom-only", "1.0", ANNOTATED);
        install("dev.heapwright", "heapwright-system", "0.9", ANNOTATED);
        manage("com.acme", "pool", "1.2");
        manage("org.other", "slab", "1.0");
        manage("org.other", "bom-only", "1.0");
        manage("dev.heapwright", "heapwright-system", "0.9");
        project.getOriginalModel().getDependencyManagement().addDependency(of("${other}", "slab", "${version}"));
        assertEquals("[com.acme:pool:1.2 (managed only), org.other:slab:1.0 (managed only)]", leftOut());
    }

    @Test
    void oneReasonIsEnough() {
        declare("com.acme", "pool", "1.2").setScope("test");
        manage("com.acme", "pool", "1.2");
        assertEquals("[com.acme:pool:1.2 (scope test)]", leftOut());
    }

    @Test
    void whatIsRunWithAllTheSameIsNotLeftOut() {
        manage("com.acme", "pool", "1.2");
        runWith("com.acme", "pool", "1.1");
        assertEquals("[]", leftOut());
    }

    @Test
    void whatIsDeclaredOrOfTheOwnGroupMayBeAnnotatedIfItsPomSaysSo() throws IOException {
        install("org.other", "slab", "1.0", ANNOTATED);
        install("org.other", "plain", "1.0", "");
        runWith("com.acme", "pool", "1.2");
        runWith("org.other", "slab", "1.0");
        runWith("org.other", "plain", "1.0");
        assertTrue(mayBeAnnotated("com.acme", "pool", "1.2"));
        assertFalse(mayBeAnnotated("org.other", "slab", "1.0"));
        declare("org.other", "slab", "1.0");
        declare("org.other", "plain", "1.0");
        assertTrue(mayBeAnnotated("org.other", "slab", "1.0"));
        assertFalse(mayBeAnnotated("org.other", "plain", "1.0"));
        assertFalse(mayBeAnnotated("com.acme", "absent", "1"));
    }

    private boolean mayBeAnnotated(String groupId, String artifactId, String version) {
        return others().mayBeAnnotated(new Coordinates(groupId, artifactId, version));
    }

    private String leftOut(Coordinates... consumers) {
        return others().leftOut(Set.of(consumers)).stream()
                .map(each -> each.coordinates() + " (" + each.reason() + ")")
                .toList()
                .toString();
    }

    private OtherArtifacts others() {
        project.setArtifacts(resolved);
        return new LeftOutDependencies(session, project, artifact -> {
            String name = artifact.getGroupId() + ":" + artifact.getArtifactId() + ":" + artifact.getVersion();
            read.add(name);
            return poms.getOrDefault(name, List.of());
        });
    }

    private void install(String groupId, String artifactId, String version, String pom) throws IOException {
        Path folder = repository
                .resolve(groupId.replace('.', '/'))
                .resolve(artifactId)
                .resolve(version);
        Files.createDirectories(folder);
        Files.writeString(folder.resolve(artifactId + "-" + version + ".pom"), "<project>" + pom + "</project>");
        Files.createFile(folder.resolve(artifactId + "-" + version + ".jar"));
    }

    private Dependency declare(String groupId, String artifactId, String version) {
        Dependency dependency = of(groupId, artifactId, version);
        model.addDependency(dependency);
        return dependency;
    }

    private void manage(String groupId, String artifactId, String version) {
        model.getDependencyManagement().addDependency(of(groupId, artifactId, version));
    }

    private void runWith(String groupId, String artifactId, String version) {
        resolved.add(new DefaultArtifact(
                groupId, artifactId, version, "compile", "jar", null, new DefaultArtifactHandler("jar")));
    }

    private void pom(String artifact, org.eclipse.aether.graph.Dependency... dependencies) {
        poms.put(artifact, List.of(dependencies));
    }

    private static org.eclipse.aether.graph.Dependency dependency(
            String artifactId, String version, String scope, boolean optional) {
        return new org.eclipse.aether.graph.Dependency(
                new org.eclipse.aether.artifact.DefaultArtifact("com.acme", artifactId, "jar", version),
                scope,
                optional);
    }

    private static void exclude(Dependency dependency, String groupId, String artifactId) {
        Exclusion exclusion = new Exclusion();
        exclusion.setGroupId(groupId);
        exclusion.setArtifactId(artifactId);
        dependency.addExclusion(exclusion);
    }

    private static Dependency of(String groupId, String artifactId, String version) {
        Dependency dependency = new Dependency();
        dependency.setGroupId(groupId);
        dependency.setArtifactId(artifactId);
        dependency.setVersion(version);
        return dependency;
    }
}
