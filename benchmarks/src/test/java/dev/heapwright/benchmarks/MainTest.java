package dev.heapwright.benchmarks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class MainTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void withoutArgumentsEverySuiteIsListedWithItsOptions() throws Exception {
        assertEquals(0, run());
        String list = out.toString(StandardCharsets.UTF_8);
        assertEquals(
                List.of(
                        "memory",
                        "allocation",
                        "checked",
                        "observed",
                        "catalogue",
                        "foreign",
                        "netty",
                        "arrow",
                        "build"),
                list.lines()
                        .skip(1)
                        .filter(line -> line.matches("\\S.*"))
                        .map(line -> line.split(" ")[0])
                        .toList());
        assertTrue(list.contains("\n  forks=3 "), list);
        assertTrue(list.contains("\n  reactorModules=100,1000 "), list);
        assertEquals("", err.toString(StandardCharsets.UTF_8));
    }

    @Test
    void helpIsTheList() throws Exception {
        assertEquals(0, run("--help"));
        assertEquals(Usage.text(), out.toString(StandardCharsets.UTF_8));
    }

    @Test
    void theNearestSuiteIsSuggested() throws Exception {
        assertMisused("unknown suite 'nety'; did you mean netty?", "nety", "forks=1");
    }

    @Test
    void allSuitesAreSuggestedIfNoneIsNear() throws Exception {
        assertMisused(
                "unknown suite 'tcp'; known: memory, allocation, checked, observed, catalogue, foreign, netty, arrow, build",
                "tcp");
    }

    @Test
    void theNearestOptionIsSuggested() throws Exception {
        assertMisused("unknown option of netty 'fork'; did you mean forks?", "netty", "fork=1");
    }

    @Test
    void anOptionOfAnotherSuiteIsUnknown() throws Exception {
        assertMisused("unknown option of netty 'rounds'; known: benchmark, forks", "netty", "rounds=1");
    }

    @Test
    void aValueThatAnOptionDoesNotTakeIsRefused() {
        for (String wrong : List.of("forks=0", "forks=x", "forks=", "forks")) {
            assertRefused(wrong + ": forks takes a number, 1 or more, as in forks=2", Suite.NETTY, wrong);
        }
        for (String wrong : List.of("jars=30,,300", "jars=30,", "jars=,30", "jars=x")) {
            assertRefused(
                    wrong + ": jars takes numbers, 1 or more, separated by commas, as in jars=30,300,1000",
                    Suite.BUILD,
                    wrong);
        }
        for (String wrong : List.of("part=(", "part=")) {
            assertRefused(wrong + ": part takes a regular expression, as in part=.*", Suite.BUILD, wrong);
        }
    }

    @Test
    void anExpressionThatMatchesNoBenchmarkIsRefused() throws Exception {
        assertMisused("no benchmark of the suite matches 'nonesuch'", "netty", "benchmark=nonesuch");
        assertMisused("no benchmark of the suite matches 'nonesuch'", "memory", "benchmark=nonesuch");
    }

    @Test
    void optionsThatAreNotSetHaveTheirDefault() {
        Settings settings = Settings.of(Suite.BUILD, Path.of("build"), List.of("jars=30", "part=javac"));
        assertEquals(List.of(30), settings.numbers("jars"));
        assertEquals("javac", settings.expression("part").pattern());
        assertEquals(15, settings.number("rounds"));
        assertEquals(List.of(1, 2), settings.numbers("threads"));
    }

    @Test
    void theLastValueOfAnOptionCounts() {
        assertEquals(
                3,
                Settings.of(Suite.NETTY, Path.of("netty"), List.of("forks=1", "forks=3"))
                        .number("forks"));
    }

    @Test
    void eachDefaultIsAValueThatItsOptionTakes() {
        assertEquals(
                List.of(),
                Stream.of(Suite.values())
                        .flatMap(suite -> suite.options().stream())
                        .filter(option -> !option.takes(option.standard()))
                        .toList());
    }

    private static void assertRefused(String message, Suite suite, String argument) {
        UsageException thrown = assertThrows(
                UsageException.class, () -> Settings.of(suite, Path.of(suite.title()), List.of(argument)), argument);
        assertEquals(message, thrown.getMessage());
    }

    private void assertMisused(String message, String... arguments) throws Exception {
        err.reset();
        assertEquals(2, run(arguments));
        assertEquals(message + System.lineSeparator(), err.toString(StandardCharsets.UTF_8));
    }

    private int run(String... arguments) throws Exception {
        return Main.run(
                List.of(arguments),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
    }
}
