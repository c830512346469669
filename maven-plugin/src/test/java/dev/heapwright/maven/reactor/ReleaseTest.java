package dev.heapwright.maven.reactor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The checklist of a release, in a small repository, with a Maven that only writes what would be staged. */
@DisabledOnOs(OS.WINDOWS) // It is a script for bash.
class ReleaseTest {
    private static final Path ROOT = Path.of(System.getProperty("basedir", ""), "..");

    private static final String POM = """
            <project>
              <artifactId>heapwright</artifactId>
              <version>%s</version>
              <properties>
                <owner.url>x</owner.url>
                <owner.sources>y</owner.sources>
                <owner.email>z</owner.email>
              </properties>
            </project>
            """;

    /** Which jars are staged is a variable, as is the outcome of the comparison. */
    private static final String MAVEN = """
            #!/bin/sh
            folder=target/staging/dev/heapwright/a/1.2.0
            case $* in
              *artifact:compare*) echo "rebuild comparison result: $COMPARED" ;;
              *) mkdir -p $folder && for end in $STAGED; do touch $folder/a-1.2.0$end $folder/a-1.2.0$end.asc; done ;;
            esac
            """;

    private static final String SAME = "7 files match";
    private static final String ALL = ".pom .jar -sources.jar -javadoc.jar -cyclonedx.json -cyclonedx.xml";

    private static final String GPG = """
            #!/bin/sh
            case $* in *--verify*) exit $INVALID ;; esac
            """;

    @TempDir
    private Path folder;

    @BeforeEach
    void createRepository() throws Exception {
        for (String script : List.of("release", "set-version")) {
            Path copy = folder.resolve(".ci").resolve(script);
            Files.createDirectories(copy.getParent());
            Files.copy(ROOT.resolve(".ci").resolve(script), copy);
        }
        write("pom.xml", POM.formatted("1.2.0"));
        write("bom/pom.xml", POM.formatted("1.2.0"));
        write("README.md", "<version>1.2.0</version>, not 11.2.0 or 1.2.0.1\n");
        write("CHANGELOG.md", "## 1.2.0 - 2026-11-30\n");
        write("compatibility/api/m.txt", "public void a.A.f()\npublic void a.A.g()\n");
        write(".gitignore", "target\nbin\n");
        for (Map.Entry<String, String> program :
                Map.of("mvn", MAVEN, "gpg", GPG).entrySet()) {
            write("bin/" + program.getKey(), program.getValue());
            assertTrue(folder.resolve("bin/" + program.getKey()).toFile().setExecutable(true));
        }
        assumeTrue(run(Map.of(), "git", "init", "--quiet").status() == 0, "there is no git");
        commit();
    }

    @Test
    void whatIsReadyIsMadeAndComparedAndWhatRemainsIsSaid() throws Exception {
        Result result = release();
        assertEquals(0, result.status(), result.output());
        assertTrue(result.output().contains("ok     it is the same again: 7 files match"), result.output());
        assertTrue(result.output().contains("ok     a\n"), result.output());
        assertTrue(result.output().contains("git tag v1.2.0"), result.output());
        assertFalse(result.output().contains("WRONG"), result.output());
    }

    @Test
    void nothingIsMadeBeforeAllIsReady() throws Exception {
        write("pom.xml", POM.formatted("1.2.0-SNAPSHOT").replace(">y<", "><"));
        write("CHANGELOG.md", "## Unreleased\n");
        assertWrong(
                release(),
                "there are changes that are not committed: git status",
                "the version is a snapshot: .ci/set-version 1.2.0",
                "some files have 1.2.0-SNAPSHOT: .ci/set-version 1.2.0",
                "CHANGELOG.md has no heading '## 1.2.0' with a date",
                "fill in <owner.sources> in pom.xml and bom/pom.xml, which only the owner knows and a public repository demands");
        assertFalse(Files.exists(folder.resolve("target/release")));
    }

    @Test
    void anIncompatibleApiHasAnotherVersion() throws Exception {
        run(Map.of(), "git", "tag", "v1.1.0");
        write("compatibility/api/m.txt", "public void a.A.f()\npublic void a.A.h()\n");
        commit();
        assertWrong(
                release(),
                "the API is incompatible with that of v1.1.0, which 1.2.0 does not say: git diff v1.1.0 -- compatibility/api");
        run(Map.of(), "git", "tag", "-d", "v1.1.0");
        run(Map.of(), "git", "tag", "v0.9.0", "HEAD~1");
        assertEquals(0, release().status());
    }

    @Test
    void whatIsMissingOrDiffersIsTold() throws Exception {
        assertWrong(
                run(environment("1 files differ", ".pom .jar -javadoc.jar -cyclonedx.json -cyclonedx.xml", "0")),
                "it is not the same again: target/release/second.log",
                "a lacks -sources.jar");
        Map<String, String> unsigned = new HashMap<>(environment(SAME, ALL, "0"));
        unsigned.remove("MAVEN_GPG_KEY");
        assertWrong(
                run(unsigned), "MAVEN_GPG_KEY has no key (and MAVEN_GPG_PASSPHRASE its passphrase): nothing is signed");
        Result invalid = run(environment(SAME, ".pom", "1"));
        assertTrue(invalid.output().contains("a-1.2.0.pom.asc is not valid"), invalid.output());
        assertEquals(1, invalid.status());
    }

    @Test
    void theVersionIsSetWhereverItIs() throws Exception {
        Result result = run(Map.of(), "bash", ".ci/set-version", "1.3.0-SNAPSHOT");
        assertEquals(0, result.status(), result.output());
        assertEquals(
                "<version>1.3.0-SNAPSHOT</version>, not 11.2.0 or 1.2.0.1\n",
                Files.readString(folder.resolve("README.md")));
        assertEquals(POM.formatted("1.3.0-SNAPSHOT"), Files.readString(folder.resolve("bom/pom.xml")));
        assertEquals("## 1.2.0 - 2026-11-30\n", Files.readString(folder.resolve("CHANGELOG.md")));
    }

    private static void assertWrong(Result result, String... problems) {
        assertEquals(1, result.status(), result.output());
        assertEquals(
                List.of(problems),
                result.output()
                        .lines()
                        .filter(line -> line.startsWith("  WRONG  "))
                        .map(line -> line.substring("  WRONG  ".length()))
                        .toList());
    }

    private Result release() throws Exception {
        return run(environment(SAME, ALL, "0"));
    }

    private static Map<String, String> environment(String compared, String staged, String invalid) {
        return Map.of("COMPARED", compared, "STAGED", staged, "INVALID", invalid, "MAVEN_GPG_KEY", "a key");
    }

    private Result run(Map<String, String> environment) throws Exception {
        return run(environment, "bash", ".ci/release");
    }

    private void commit() throws Exception {
        run(Map.of(), "git", "add", "--all");
        run(Map.of(), "git", "-c", "user.name=A", "-c", "user.email=a@b", "commit", "--quiet", "-m", "x");
    }

    private void write(String file, String text) throws IOException {
        Path path = folder.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }

    private Result run(Map<String, String> environment, String... command) throws Exception {
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
        builder.environment().remove("MAVEN_GPG_KEY");
        builder.environment().putAll(environment);
        builder.environment().merge("PATH", folder.resolve("bin") + ":", (path, bin) -> bin + path);
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Result(process.waitFor(), output);
    }

    private record Result(int status, String output) {}
}
