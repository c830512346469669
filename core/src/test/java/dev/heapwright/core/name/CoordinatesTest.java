package dev.heapwright.core.name;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CoordinatesTest {
    @Test
    void coordinatesReadAsMavenWritesThem() {
        Coordinates coordinates = new Coordinates("com.acme", "pool", "1.2");
        assertEquals("com.acme:pool:1.2", coordinates.toString());
        assertEquals("com.acme:pool", coordinates.versionless());
    }

    @Test
    void aClassifierIsWrittenWhereThereIsOne() {
        Coordinates coordinates = new Coordinates("com.acme", "pool", "1.2", "linux-x64");
        assertEquals("com.acme:pool:jar:linux-x64:1.2", coordinates.toString());
        assertEquals("com.acme:pool", coordinates.versionless());
    }

    @Test
    void artifactsThatDifferInTheirClassifiersAreTwo() {
        Coordinates plain = new Coordinates("com.acme", "pool", "1.2");
        assertTrue(plain.isVersionOf(new Coordinates("com.acme", "pool", "1.3")));
        assertFalse(plain.isVersionOf(new Coordinates("com.acme", "pool", "1.2", "linux")));
        assertFalse(plain.isVersionOf(new Coordinates("com.acme", "pooled", "1.2")));
    }

    @Test
    void coordinatesAreParsedWithOrWithoutAClassifier() {
        assertEquals(
                Optional.of(new Coordinates("com.acme", "pool", "1.2")), Coordinates.parse(" com.acme:pool:1.2\t"));
        assertEquals(
                Optional.of(new Coordinates("com.acme", "pool", "1.2", "linux")),
                Coordinates.parse("com.acme:pool:1.2:linux"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "pool", "com.acme:pool", "com.acme:po ol:1.2", "a:b:1:linux:x"})
    void thisIsNotParsed(String text) {
        assertEquals(Optional.empty(), Coordinates.parse(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"com.acme", "heapwright-core", "scala_2.13", "a", "7zip", "commons..io", "...x"})
    void thisIsAnId(String id) {
        assertEquals(id + ":" + id, new Coordinates(id, id, "1").versionless());
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "1.0-SNAPSHOT", "1.0+build.5", "2024.11", "v1~rc", "größer", "$rev", "1..2"})
    void thisIsAVersion(String version) {
        assertEquals(version, new Coordinates("a", "b", version).version());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", ".", "..", "../evil", "a/b", "a:b", "a b", "a\n", "größe", "a\"", "a>", "a\u200B"})
    void thisIsNoId(String text) {
        assertEquals("'" + text + "' is not a valid groupId", reason(text, "b", "1"));
        assertEquals("'" + text + "' is not a valid artifactId", reason("a", text, "1"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                ".",
                "..",
                "../1",
                "1/2",
                "1\\2",
                "1:2",
                "1\n",
                "1\r",
                "1\t2",
                "1 2",
                "1\0",
                "1\u001B[0m",
                "1\"",
                "<1>",
                "1|2",
                "1?",
                "*",
                "[1,2)",
                "{1}",
                "1\u00A0",
                "1\u2003",
                "1\u2028",
                "1\u2029",
                "1\u0085",
                "1\u200B",
                "1\u202E",
                "1\uFEFF",
                "1\uD800"
            })
    void thisIsNoVersion(String text) {
        assertEquals("'" + text + "' is not a valid version", reason("a", "b", text));
        if (!text.isEmpty()) {
            assertEquals(
                    "'" + text + "' is not a valid classifier",
                    String.valueOf(
                            assertThrows(IllegalArgumentException.class, () -> new Coordinates("a", "b", "1", text))
                                    .getMessage()));
        }
    }

    @Test
    void coordinatesAreOrderedByGroupThenArtifactThenVersionThenClassifier() {
        Coordinates first = new Coordinates("a", "z", "9");
        Coordinates second = new Coordinates("b", "a", "9");
        Coordinates third = new Coordinates("b", "b", "1");
        Coordinates fourth = new Coordinates("b", "b", "1", "a");
        Coordinates fifth = new Coordinates("b", "b", "2");
        assertEquals(
                List.of(first, second, third, fourth, fifth),
                Stream.of(fifth, fourth, second, first, third).sorted().toList());
    }

    @Property
    void noVersionWithLineBreaksOrPathsIsAccepted(@ForAll @StringLength(min = 1, max = 3) String version) {
        try {
            assertEquals(version, new Coordinates("a", "b", version).version());
        } catch (IllegalArgumentException e) {
            return;
        }
        assertTrue(version.codePoints()
                .noneMatch(each -> Character.isISOControl(each)
                        || Character.isSpaceChar(each)
                        || Character.getType(each) == Character.FORMAT
                        || "/\\:\"".indexOf(each) >= 0));
    }

    private static String reason(String group, String artifact, String version) {
        return String.valueOf(
                assertThrows(IllegalArgumentException.class, () -> new Coordinates(group, artifact, version))
                        .getMessage());
    }
}
