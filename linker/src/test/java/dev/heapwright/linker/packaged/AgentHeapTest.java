package dev.heapwright.linker.packaged;

import static dev.heapwright.linker.packaged.Jars.TO_POOL;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.heapwright.core.link.PlainDialect;
import dev.heapwright.linker.testing.ClassFolder;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AgentHeapTest {
    @TempDir
    private Path temporary;

    private Jars jars;

    @BeforeEach
    void prepare() {
        jars = new Jars(temporary);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Premain-Class", "Agent-Class"})
    void anAgentWithABindingOfTheApplicationsHeapIsWarnedAbout(String entry) throws Exception {
        String expected = """
                [Heapwright/BoundTwice] app-3.0.jar is an agent: an application with a heap would find two bindings of that
                    at app-3.0.jar
                    required: a heap that was relocated to a package of the agent's
                    found:    META-INF/services/dev.heapwright.heap.Binding
                  help: have the plugin that builds the jar merge the heap into it, and relocate that;
                        from dev.heapwright to com.acme.app.heapwright
                  more: mvn dev.heapwright:heapwright-maven-plugin:explain -Did=BoundTwice""";
        assertEquals(expected, warnings(jars.merged(TO_POOL), entry + ": com.acme.app.Agent"));
        assertEquals(expected, warnings(jars.bound(TO_POOL), entry + ": com.acme.app.Agent"));
    }

    @Test
    void anAgentWhoseHeapIsRelocatedIsAccepted() throws Exception {
        ClassFolder relocated = new Relocation("dev.heapwright", "com.acme.app.heapwright", true)
                .of(jars.merged(TO_POOL), jars.folder("relocated"));
        assertEquals("", warnings(relocated, "Premain-Class: com.acme.app.Agent"));
    }

    @Test
    void anAgentThatUsesTheBindingOfTheApplicationIsAccepted() throws Exception {
        assertEquals("", warnings(jars.app(), "Premain-Class: com.acme.app.Agent"));
    }

    /** It starts with the program in the same jar. */
    @Test
    void theAgentOfAProgramItselfIsAccepted() throws Exception {
        assertEquals(
                "",
                warnings(
                        jars.merged(TO_POOL),
                        "Main-Class: com.acme.app.Main\nLauncher-Agent-Class: com.acme.app.Agent"));
    }

    /** It loads them with a class loader of its own. */
    @Test
    void anAgentThatHasAllOfItInAJarInsideIsAccepted() throws Exception {
        byte[] inside = Jars.packed(jars.merged(TO_POOL));
        ClassFolder agent = jars.folder("agent").write("lib/inside.jar", inside);
        assertEquals("", warnings(agent, "Premain-Class: com.acme.app.Agent"));
    }

    @ParameterizedTest
    @CsvSource({"Agent, agent.heapwright", "com.acme app.Agent, agent.heapwright", "com.acme.Agent, com.acme.heapwright"
    })
    void thePackageToRelocateToIsOneOfTheAgent(String agent, String suggested) throws Exception {
        assertEquals(
                "from dev.heapwright to " + suggested,
                warnings(jars.bound(TO_POOL), "Premain-Class: " + agent)
                        .lines()
                        .map(String::strip)
                        .filter(line -> line.startsWith("from"))
                        .findFirst()
                        .orElse(""));
    }

    private String warnings(ClassFolder folder, String manifest) throws Exception {
        folder.write("META-INF/MANIFEST.MF", "Manifest-Version: 1.0\n" + manifest + "\n");
        return jars.text(new AgentHeap(PlainDialect.INSTANCE).warnings(List.of(jars.read(folder))));
    }
}
