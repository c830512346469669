package dev.heapwright.core.marker;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.heapwright.core.name.ClassName;
import dev.heapwright.core.name.Coordinates;
import dev.heapwright.core.name.JavaNames;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Markers come out of jars that anybody may have made: here are those that nobody would think of. */
class MarkerPropertiesTest {
    @Property
    void whatIsWrittenIsReadBack(@ForAll("markers") Marker marker) throws MalformedMarkerException {
        assertTrue(MarkerParser.isMarker(marker.path()));
        assertEquals(marker, MarkerParser.parse(marker.path(), marker.content().getBytes(UTF_8)));
    }

    @Property
    void theContentStartsWithTheContractAndIsSorted(@ForAll("markers") Marker marker) {
        List<String> lines = marker.content().lines().toList();
        List<String> rest = lines.subList(1, lines.size());
        assertEquals("contract=1", lines.get(0));
        assertEquals(rest.stream().sorted().toList(), rest);
        assertTrue(marker.content().endsWith("\n"));
    }

    @Property
    void randomBytesAreAMarkerOrMalformed(
            @ForAll("markers") Marker marker, @ForAll("anyBytes") List<Byte> bytes, @ForAll("starts") String start) {
        assertMarkerOrMalformed(marker.path(), concat(start.getBytes(UTF_8), bytes));
    }

    @Property
    void anyPathIsAMarkersOrMalformed(
            @ForAll("markers") Marker marker, @ForAll("folders") String folder, @ForAll String rest) {
        assertMarkerOrMalformed(folder + rest, marker.content().getBytes(UTF_8));
    }

    @Property(tries = 3000)
    void aDamagedMarkerIsAMarkerOrMalformed(@ForAll("markers") Marker marker, @ForAll("damages") List<Damage> damages) {
        byte[] content = marker.content().getBytes(UTF_8);
        for (Damage damage : damages) {
            content = damage.to(content);
        }
        assertMarkerOrMalformed(marker.path(), content);
    }

    /**
     * No other exception may be thrown; and what was accepted is a marker, which reads the same when it is written
     * again.
     */
    private static void assertMarkerOrMalformed(String path, byte[] content) {
        try {
            Marker marker = MarkerParser.parse(path, content);
            assertEquals(path, marker.path());
            assertEquals(marker, MarkerParser.parse(path, marker.content().getBytes(UTF_8)));
        } catch (MalformedMarkerException e) {
            assertTrue(e.reason().length() > 5, e.reason());
        }
    }

    /** Replaces the bytes between two positions with others; the positions wrap around. */
    record Damage(int from, int length, List<Byte> replacement) {
        byte[] to(byte[] content) {
            int start = content.length == 0 ? 0 : from % content.length;
            int end = Math.min(content.length, start + length);
            byte[] head = concat(Arrays.copyOf(content, start), replacement);
            byte[] all = Arrays.copyOf(head, head.length + content.length - end);
            System.arraycopy(content, end, all, head.length, content.length - end);
            return all;
        }
    }

    private static byte[] concat(byte[] head, List<Byte> tail) {
        byte[] all = Arrays.copyOf(head, head.length + tail.size());
        for (int i = 0; i < tail.size(); i++) {
            all[head.length + i] = tail.get(i);
        }
        return all;
    }

    @Provide
    Arbitrary<Damage> damage() {
        Arbitrary<List<Byte>> text = Arbitraries.of("\n", "=", "\r", "", "name=", "contract=", "a.b", "$", "\0", "ß")
                .map(each -> boxed(each.getBytes(UTF_8)));
        return Combinators.combine(
                        Arbitraries.integers().between(0, 500),
                        Arbitraries.integers().between(0, 12),
                        Arbitraries.oneOf(text, anyBytes()))
                .as(Damage::new);
    }

    @Provide
    Arbitrary<List<Damage>> damages() {
        return damage().list().ofMinSize(1).ofMaxSize(4);
    }

    @Provide
    Arbitrary<List<Byte>> anyBytes() {
        return Arbitraries.bytes().list().ofMaxSize(40);
    }

    @Provide
    Arbitrary<String> starts() {
        return Arbitraries.of("", "contract=1\n", "contract=1\nname=", "contract=1\nname=com.acme.Pool\n");
    }

    @Provide
    Arbitrary<String> folders() {
        return Arbitraries.of(
                "",
                Marker.FOLDER,
                Marker.OfAllocator.FOLDER,
                Marker.OfAvailable.FOLDER,
                Marker.OfNeed.FOLDER,
                Marker.OfBinding.FOLDER);
    }

    @Provide
    Arbitrary<Marker> markers() {
        Arbitrary<Marker> allocators = classNames().map(Marker.OfAllocator::new);
        Arbitrary<Marker> needs =
                identifiers().list().ofMinSize(1).ofMaxSize(4).map(parts -> new Marker.OfNeed(String.join(".", parts)));
        Arbitrary<Marker> bindings = Combinators.combine(
                        classNames(),
                        coordinates(),
                        reasons(),
                        classNames(),
                        Arbitraries.of(GlueMode.class),
                        Arbitraries.of(true, false))
                .as((allocator, artifact, reason, glue, mode, tests) -> new Marker.OfBinding(
                        allocator, artifact, reason, ClassName.topLevel(glue.binary()), mode, tests));
        Arbitrary<Marker> choices = Combinators.combine(classNames(), coordinates())
                .as((allocator, holder) -> new Marker.OfChoice(allocator, holder.versionless()));
        Arbitrary<String> shortNames =
                Arbitraries.strings().withChars("az09").ofMaxLength(30).map(rest -> "m" + rest);
        Arbitrary<Marker> available = Combinators.combine(
                        classNames(), shortNames, Arbitraries.integers().between(17, 999))
                .as(Marker.OfAvailable::new);
        return Arbitraries.oneOf(allocators, available, choices, needs, bindings);
    }

    private static Arbitrary<ClassName> classNames() {
        Arbitrary<List<String>> names = identifiers().list().ofMinSize(1).ofMaxSize(3);
        return Combinators.combine(names, names)
                .as((home, nested) -> new ClassName(
                        String.join(".", home) + "." + String.join("$", nested),
                        String.join(".", home) + "." + String.join(".", nested)));
    }

    private static Arbitrary<String> identifiers() {
        return Arbitraries.strings()
                .withChars("abzAZ09_$öß内")
                .ofMinLength(1)
                .ofMaxLength(6)
                .filter(JavaNames::isQualifiedName);
    }

    private static Arbitrary<Coordinates> coordinates() {
        Arbitrary<String> ids =
                Arbitraries.strings().withChars("azAZ09_-").ofMinLength(1).ofMaxLength(8);
        Arbitrary<String> versions =
                Arbitraries.strings().withChars("019.-+=abß").ofMinLength(3).ofMaxLength(8);
        Arbitrary<String> classifiers =
                Arbitraries.strings().withChars("az09_-").ofMaxLength(5);
        return Combinators.combine(ids, ids, versions.filter(each -> !each.matches("\\.+")), classifiers)
                .as(Coordinates::new);
    }

    private static Arbitrary<String> reasons() {
        return Arbitraries.strings().withChars("azAZ09 _.,:-").ofMinLength(1).ofMaxLength(300);
    }

    private static List<Byte> boxed(byte[] bytes) {
        return IntStream.range(0, bytes.length).mapToObj(i -> bytes[i]).toList();
    }
}
