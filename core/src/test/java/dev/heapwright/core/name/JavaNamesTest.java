package dev.heapwright.core.name;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JavaNamesTest {
    @ParameterizedTest
    @ValueSource(strings = {"a", "a.b", "Größe", "内存", "$", "a$b", "__", "var", "record", "module", "𝒜"})
    void thisIsAQualifiedName(String text) {
        assertTrue(JavaNames.isQualifiedName(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "a.", ".a", "a..b", "_", "int", "a.null", "1", "a-b", "a b", "a/b", "a\u200B"})
    void thisIsNone(String text) {
        assertFalse(JavaNames.isQualifiedName(text));
    }

    @Test
    void theLongestNameIsLimitedByTheClassFileInAnyScript() {
        assertTrue(JavaNames.isQualifiedName("a".repeat(0xFFFF / 3)));
        assertFalse(JavaNames.isQualifiedName("a".repeat(0xFFFF / 3 + 1)));
    }

    @ParameterizedTest
    @CsvSource({
        "pool, pool",
        "io-2, io_2",
        "io_2.13, io$5f$2$2e$13",
        "2d, $32$d",
        "class, $63$lass",
        "_, $5f$",
        "-, $2d$",
        "--, __",
        "größe, gr$f6$$df$e",
        "🦀, $1f980$",
        "'', $$",
    })
    void anIdentifierReadsLikeTheText(String text, String identifier) {
        assertEquals(identifier, JavaNames.toIdentifier(text));
    }

    @ParameterizedTest
    @CsvSource({
        "com.acme, com.acme",
        "com.acme-labs.new, com.acme_labs.$6e$ew",
        ".com..acme, $$.com.$$.acme",
        "com.7zip, com.$37$zip",
        "java, $6a$ava",
        "java.acme, $6a$ava.acme",
        "javax.acme, javax.acme",
        "com.java, com.java",
    })
    void aPackageReadsLikeTheText(String text, String name) {
        assertEquals(name, JavaNames.toPackage(text));
    }

    @Property
    void anyTextBecomesAnIdentifier(@ForAll("texts") String text) {
        String identifier = JavaNames.toIdentifier(text);
        assertTrue(JavaNames.isQualifiedName(identifier), identifier);
        assertTrue(identifier.matches("[A-Za-z0-9_$]+"), identifier);
    }

    @Property
    void anyTextBecomesAPackage(@ForAll("texts") String text, @ForAll("texts") String more) {
        String name = JavaNames.toPackage(text + "." + more);
        assertTrue(JavaNames.isQualifiedName(name), name);
    }

    @Property
    void differentTextsBecomeDifferentNames(@ForAll("ids") String text, @ForAll("ids") String other) {
        assertEquals(text.equals(other), JavaNames.toIdentifier(text).equals(JavaNames.toIdentifier(other)));
        assertEquals(text.equals(other), JavaNames.toPackage(text).equals(JavaNames.toPackage(other)));
    }

    /** So short and so similar that any collision would show. */
    @Provide
    Arbitrary<String> ids() {
        return Arbitraries.strings().withChars("2d$_-.").ofMaxLength(4);
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.oneOf(
                Arbitraries.strings().all().ofMinLength(1).ofMaxLength(20),
                Arbitraries.strings().withChars("aZ0_$.-/\n\"").ofMinLength(1).ofMaxLength(8),
                Arbitraries.of("class", "_", "true", "null", "goto", "strictfp", "record", "var"));
    }
}
