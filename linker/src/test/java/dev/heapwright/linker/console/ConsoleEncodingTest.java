package dev.heapwright.linker.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.Charset;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConsoleEncodingTest {
    private static final String BRANCH = "└─ ";

    @ParameterizedTest
    @CsvSource({
        "UTF-8, └─ →…é, true",
        "IBM437, └─, true",
        "IBM437, →, false",
        "ISO-8859-1, é, true",
        "ISO-8859-1, é→, false",
        "US-ASCII, ->, true",
        "US-ASCII, é, false",
    })
    void anEncodingShowsOnlyItsOwnCharacters(String encoding, String characters, boolean shown) {
        assertEquals(shown, ConsoleEncoding.canShow(properties("stdout.encoding", encoding), characters));
    }

    @Test
    void javaBefore19SaysItInAPropertyOfItsOwn() {
        assertTrue(ConsoleEncoding.canShow(properties("sun.stdout.encoding", "UTF-8"), BRANCH));
        assertFalse(ConsoleEncoding.canShow(properties("sun.stdout.encoding", "US-ASCII"), BRANCH));
    }

    @Test
    void thePropertyOfLaterJavaTakesPrecedence() {
        Properties both = properties("sun.stdout.encoding", "US-ASCII");
        both.setProperty("stdout.encoding", "UTF-8");
        assertTrue(ConsoleEncoding.canShow(both, BRANCH));
    }

    @Test
    void anEncodingThatJavaOnlyReadsShowsNothing() {
        assertFalse(ConsoleEncoding.canShow(properties("stdout.encoding", "ISO-2022-CN"), "a"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "no such encoding", "cp65001x"})
    void anUnusableNameMeansTheDefault(String encoding) {
        assertIsDefault(properties("stdout.encoding", encoding));
    }

    @Test
    void noNameMeansTheDefault() {
        assertIsDefault(new Properties());
    }

    /** The default depends on the machine, and may lack the second text. */
    private static void assertIsDefault(Properties system) {
        assertTrue(ConsoleEncoding.canShow(system, "->"));
        assertEquals(Charset.defaultCharset().newEncoder().canEncode(BRANCH), ConsoleEncoding.canShow(system, BRANCH));
    }

    private static Properties properties(String name, String value) {
        Properties properties = new Properties();
        properties.setProperty(name, value);
        return properties;
    }
}
