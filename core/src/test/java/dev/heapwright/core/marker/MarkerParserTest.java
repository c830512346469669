package dev.heapwright.core.marker;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.heapwright.core.name.ClassName;
import dev.heapwright.core.name.Coordinates;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MarkerParserTest {
    private static final String POOL = "META-INF/heapwright/allocator/com.acme.Pool";
    private static final String AVAILABLE = "META-INF/heapwright/available/com.acme.Pool";
    private static final String BINDING = "META-INF/heapwright/binding/com.acme.Pool";
    private static final String BOUND = """
            contract=1
            name=com.acme.Pool
            groupId=com.acme
            artifactId=pool
            version=1.2
            reason=linked explicitly
            glue=acme.Glue
            """;

    @Test
    void anAllocatorIsRead() throws MalformedMarkerException {
        assertEquals(
                new Marker.OfAllocator(new ClassName("com.acme.Pool$Größe", "com.acme.Pool.Größe")),
                parse(POOL + "$Größe", "contract=1\nname=com.acme.Pool.Größe\n"));
    }

    @Test
    void aChoiceIsRead() throws MalformedMarkerException {
        assertEquals(
                new Marker.OfChoice(ClassName.topLevel("com.acme.Pool"), "com.acme:along"),
                parse(POOL, "contract=1\nin=com.acme:along\nname=com.acme.Pool\n"));
    }

    @Test
    void anAvailableAllocatorIsRead() throws MalformedMarkerException {
        assertEquals(
                new Marker.OfAvailable(ClassName.topLevel("com.acme.Pool"), "pool", 22),
                parse(AVAILABLE, "contract=1\nname=com.acme.Pool\nrelease=22\nshort=pool\n"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"pool", "com.acme:pool:1", "com.acme:..", ":", "a b:c", "com.acme:"})
    void aChoiceOfNoArtifactIsRefused(String in) {
        MalformedMarkerException refused = assertThrows(
                MalformedMarkerException.class,
                () -> parse(POOL, "contract=1\nin=%s\nname=com.acme.Pool\n".formatted(in)));
        assertTrue(refused.reason().startsWith("'"), refused.reason());
    }

    @ParameterizedTest
    @CsvSource({
        "22, Pool, its short name is not 1 to 31 lower-case letters and digits",
        "22, '', its short name is not 1 to 31 lower-case letters and digits",
        "16, pool, its release is not a Java release of 17 or newer",
        "022, pool, its release is not a Java release of 17 or newer",
        "+22, pool, its release is not a Java release of 17 or newer",
        "99999, pool, its release is not a Java release of 17 or newer",
    })
    void anAvailableAllocatorIsRefusedUnlessItsNameAndReleaseAreFit(String release, String shortName, String reason) {
        assertRefused(
                reason,
                AVAILABLE,
                "contract=1\nname=com.acme.Pool\nrelease=%s\nshort=%s\n"
                        .formatted(release, shortName)
                        .getBytes(UTF_8));
    }

    @Test
    void aNeedIsRead() throws MalformedMarkerException {
        assertEquals(
                new Marker.OfNeed("com.acme.io"),
                parse("META-INF/heapwright/needs-allocator/com.acme.io", "contract=1\n"));
    }

    @Test
    void aBindingIsReadInWhicheverOrderItsLinesAre() throws MalformedMarkerException {
        assertEquals(
                new Marker.OfBinding(
                        ClassName.topLevel("com.acme.Pool"),
                        new Coordinates("com.acme", "pool", "1.2"),
                        "linked explicitly",
                        ClassName.topLevel("acme.Glue")),
                parse(BINDING, BOUND));
    }

    @Test
    void aLibraryIsRead() throws MalformedMarkerException {
        Marker library = new Marker.OfLibrary(new Coordinates("com.acme", "app", "1.0"), "configured");
        assertEquals(library, parse(library.path(), library.content()));
    }

    @ParameterizedTest
    @CsvSource({"checked=true, CHECKED", "checked=false, PLAIN", "observed=true, OBSERVED", "observed=false, PLAIN"})
    void whatTheGlueDoesIsRead(String line, GlueMode mode) throws MalformedMarkerException {
        Marker marker = parse(BINDING, BOUND + line + "\n");
        assertEquals(mode, ((Marker.OfBinding) marker).mode());
    }

    @Test
    void noGlueIsBothCheckedAndObserved() {
        MalformedMarkerException refused = assertThrows(
                MalformedMarkerException.class, () -> parse(BINDING, BOUND + "checked=true\nobserved=true\n"));
        assertEquals("it is both checked and observed", refused.getMessage());
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whetherABindingIsForTestsIsRead(boolean tests) throws MalformedMarkerException {
        Marker marker = parse(BINDING, BOUND + "tests=" + tests + "\n");
        assertEquals(tests, ((Marker.OfBinding) marker).tests());
    }

    @Test
    void whetherABindingChecksIsOneOrTheOther() {
        assertEquals(
                "its value of 'checked' is neither true nor false",
                assertThrows(MalformedMarkerException.class, () -> parse(BINDING, BOUND + "checked=maybe\n"))
                        .getMessage());
    }

    @Test
    void unknownLinesOfALaterVersionAndEmptyOnesAreIgnored() throws MalformedMarkerException {
        Marker pool = new Marker.OfAllocator(ClassName.topLevel("com.acme.Pool"));
        assertEquals(pool, parse(POOL, "contract=1\nname=com.acme.Pool"));
        assertEquals(pool, parse(POOL, "contract=1\n\nfuture=a=b\nname=com.acme.Pool\n\n"));
    }

    @ParameterizedTest
    @ValueSource(strings = {POOL, BINDING, "META-INF/heapwright/needs-allocator/a", "META-INF/heapwright/unknown"})
    void whatIsInTheFolderIsAMarkerWellFormedOrNot(String path) {
        assertTrue(MarkerParser.isMarker(path));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "META-INF/heapwright/",
                "META-INF/heapwright/allocator/",
                "META-INF/services/a",
                "meta-inf/heapwright/allocator/a",
                "x/META-INF/heapwright/allocator/a"
            })
    void whatIsElsewhereOrAFolderIsNone(String path) {
        assertFalse(MarkerParser.isMarker(path));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''                               | it does not start with 'contract='",
                "name=com.acme.Pool               | it does not start with 'contract='",
                "\uFEFFcontract=1                 | it does not start with 'contract='",
                "name=com.acme.Pool~contract=1    | it does not start with 'contract='",
                "contract=2~name=com.acme.Pool    | it uses contract version 2; this plugin supports version 1",
                "contract=~name=com.acme.Pool     | its contract version is invalid",
                "contract=01~name=com.acme.Pool   | its contract version is invalid",
                "contract=1                       | it has no line 'name=…'",
                "contract=1~name                  | it has a line that is not key=value",
                "contract=1~ ~name=com.acme.Pool  | it has a line that is not key=value",
                "contract=1~contract=1            | it has two lines with the same key",
                "contract=1~name=a.B~name=a.B     | it has two lines with the same key",
                "contract=1~=a~=b                 | it has two lines with the same key",
                "contract=1~name=                 | '' is not how source writes 'com.acme.Pool'",
                "contract=1~name=com.acme.Other   | 'com.acme.Other' is not how source writes 'com.acme.Pool'",
            })
    void contentThatIsNoMarkerIsRefusedWithTheReason(String content, String reason) {
        assertRefused(reason, POOL, content.replace('~', '\n').getBytes(UTF_8));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Pool",
                "com.acme.class",
                "../Pool",
                "com/acme/Pool",
                "com.acme.Pool;",
                "a.B\nc",
                "a.\"B\"",
                "a.../B"
            })
    void anAllocatorWhosePathNamesNoClassIsRefused(String name) {
        assertRefused(
                "'" + name + "' is not the name of a class in a package",
                "META-INF/heapwright/allocator/" + name,
                "contract=1\nname=a.B".getBytes(UTF_8));
    }

    @Test
    void aNeedWhosePathIsNotANameIsRefused() {
        assertRefused(
                "'com.acme.' is not the name of a class, package or module",
                "META-INF/heapwright/needs-allocator/com.acme.",
                "contract=1\n".getBytes(UTF_8));
    }

    @ParameterizedTest
    @ValueSource(strings = {"META-INF/heapwright/", "META-INF/heapwright/needs/a.B", "META-INF/heapwright/allocator"})
    void aMarkerOfUnknownKindIsRefused(String path) {
        assertRefused(
                "its type is unknown; known types: allocator, available, needs-allocator, binding, library",
                path,
                "contract=1\n".getBytes(UTF_8));
    }

    @ParameterizedTest
    @ValueSource(strings = {"name", "groupId", "artifactId", "version", "reason", "glue"})
    void aBindingWithoutOneOfItsLinesIsRefused(String key) {
        assertRefused("it has no line '" + key + "=…'", BINDING, without(key).getBytes(UTF_8));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "groupId    | com/acme       | 'com/acme' is not a valid groupId",
                "artifactId | ..             | '..' is not a valid artifactId",
                "version    | [1,2)          | '[1,2)' is not a valid version",
                "glue       | Glue           | 'Glue' is not the name of a class in a package",
                "glue       | acme.class     | 'acme.class' is not the name of a class in a package",
                "glue       | acme/Glue      | 'acme/Glue' is not the name of a class in a package",
                "name       | a.B\"+evil()   | 'a.B\"+evil()' is not how source writes 'com.acme.Pool'",
                "version    | 1\"+evil()+\"  | '1\"+evil()+\"' is not a valid version",
                "glue       | acme.Glue;evil | 'acme.Glue;evil' is not the name of a class in a package",
                "reason     | ''             | its reason is empty, too long or has characters that are not allowed",
                "reason     | \"+evil()+\"   | its reason is empty, too long or has characters that are not allowed",
                "reason     | a\tb           | its reason is empty, too long or has characters that are not allowed",
            })
    void aBindingWithABadLineIsRefusedWithTheReason(String key, String value, String reason) {
        assertRefused(reason, BINDING, (without(key) + key + "=" + value).getBytes(UTF_8));
    }

    @Test
    void windowsLineEndsAreRefused() {
        assertRefused("its contract version is invalid", POOL, "contract=1\r\nname=com.acme.Pool\r\n".getBytes(UTF_8));
    }

    @Test
    void contentThatIsNotUtf8IsRefused() {
        assertRefused(
                "it is not UTF-8", POOL + "$Größe", "contract=1\nname=com.acme.Pool.Größe\n".getBytes(ISO_8859_1));
    }

    @Test
    void contentLargerThanAnyMarkerIsRefusedUnread() {
        byte[] content = "contract=1\nname=com.acme.Pool\nfuture=%s"
                .formatted("x".repeat(MarkerParser.LARGEST))
                .getBytes(UTF_8);
        assertRefused("it is larger than 262144 bytes", POOL, content);
    }

    @Test
    void contentOfTheLargestAllowedSizeIsRead() throws MalformedMarkerException {
        String start = "contract=1\nname=com.acme.Pool\nfuture=";
        assertEquals(
                new Marker.OfAllocator(ClassName.topLevel("com.acme.Pool")),
                parse(POOL, start + "x".repeat(MarkerParser.LARGEST - start.length())));
    }

    private static String without(String key) {
        return BOUND.replaceAll("(?m)^" + key + "=.*\n", "");
    }

    private static void assertRefused(String reason, String path, byte[] content) {
        assertEquals(
                reason,
                assertThrows(MalformedMarkerException.class, () -> MarkerParser.parse(path, content))
                        .reason());
    }

    private static Marker parse(String path, String content) throws MalformedMarkerException {
        return MarkerParser.parse(path, content.getBytes(UTF_8));
    }
}
