package dev.heapwright.heap;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TestBindingsTest {
    private static final String OF_PROGRAM = "com.acme.PoolAllocator 1.0 (linked explicitly)";
    private static final String OF_TESTS = "com.acme.TestAllocator 1.0 (linked explicitly)";

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it.
    Path folder;

    private Path program = Path.of("");
    private Path tests = Path.of("");
    private Path others = Path.of("");

    @BeforeEach
    void compile() throws IOException {
        program = Program.glue(folder.resolve("program"), "com.acme", "com.acme.PoolAllocator");
        tests = Program.testGlue(folder.resolve("tests"), "com.acme.tests", "com.acme.TestAllocator");
        others = Program.testGlue(folder.resolve("others"), "com.acme.others", "com.acme.OtherAllocator");
    }

    @Test
    void aModulesTestsAreBoundByTheGlueInTheirFolder() throws Exception {
        binds(OF_TESTS, tests);
    }

    @Test
    void whatIsBoundItselfIsNotBoundByTheTestsOfOthers() throws Exception {
        binds(OF_PROGRAM, program, tests, Program.jar(others));
        binds(OF_PROGRAM, tests, program);
    }

    @Test
    void ofTheTestsOfTwoModulesTheOwnComeFirst() throws Exception {
        binds(OF_TESTS, tests, others);
        binds(OF_TESTS, Program.jar(others), tests);
    }

    @Test
    void aJarOfTestsBindsNobody() throws Exception {
        Path jar = Program.jar(tests);
        binds("""
                dev.heapwright.heap.BindingError: [Heapwright/NotBound] no allocator is bound to this program's heap
                    a binding is only for the tests of another module in %s
                  help: bind one in the program's build, and rebuild it:
                        <plugin>
                          <groupId>dev.heapwright</groupId>
                          <artifactId>heapwright-maven-plugin</artifactId>
                          <executions><execution><goals><goal>bind</goal><goal>check</goal></goals></execution></executions>
                        </plugin>
                  more: mvn dev.heapwright:heapwright-maven-plugin:explain -Did=NotBound""".formatted(jar.toUri().toURL()), jar);
    }

    private static void binds(String expected, Path... artifacts) throws IOException, ReflectiveOperationException {
        try (Program program = Program.of(artifacts)) {
            assertEquals(expected, program.call("binding"));
        }
    }
}
