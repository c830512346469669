package dev.heapwright.linker.tree;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TreeLinesTest {
    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "IBM437"})
    void linesAreConnectedWhereTheTerminalHasTheCharacters(String encoding) {
        assertEquals(TreeLines.CONNECTED, TreeLines.ofConsole(properties("stdout.encoding", encoding)));
        assertEquals(TreeLines.CONNECTED, TreeLines.ofConsole(properties("sun.stdout.encoding", encoding)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"US-ASCII", "ISO-8859-1", "windows-1252"})
    void elsewhereTheyAreAscii(String encoding) {
        assertEquals(TreeLines.ASCII, TreeLines.ofConsole(properties("stdout.encoding", encoding)));
        assertEquals(TreeLines.ASCII, TreeLines.ofConsole(properties("sun.stdout.encoding", encoding)));
    }

    @Test
    void theNewerPropertyTakesPrecedence() {
        Properties both = properties("stdout.encoding", "US-ASCII");
        both.setProperty("sun.stdout.encoding", "UTF-8");
        assertEquals(TreeLines.ASCII, TreeLines.ofConsole(both));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "cp65001", "no such encoding", "x-JISAutoDetect"})
    void anEncodingThatJavaDoesNotKnowOrCannotWriteDoesNoHarm(String encoding) {
        TreeLines lines = TreeLines.ofConsole(properties("stdout.encoding", encoding));
        boolean unicode = Charset.defaultCharset().equals(StandardCharsets.UTF_8);
        assertEquals(unicode && !encoding.startsWith("x-") ? TreeLines.CONNECTED : TreeLines.ASCII, lines);
    }

    private static Properties properties(String key, String value) {
        Properties properties = new Properties();
        properties.setProperty(key, value);
        return properties;
    }
}
