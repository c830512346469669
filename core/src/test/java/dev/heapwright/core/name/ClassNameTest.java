package dev.heapwright.core.name;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClassNameTest {
    @Test
    void aTopLevelClassHasOneName() {
        ClassName name = ClassName.topLevel("com.acme.Pool");
        assertEquals(new ClassName("com.acme.Pool", "com.acme.Pool"), name);
        assertEquals("com.acme", name.packageName());
        assertEquals("Pool", name.withoutPackage());
        assertEquals("com/acme/Pool.class", name.classFile());
        assertEquals("com.acme.Pool", name.toString());
    }

    @Test
    void aNestedClassHasTwoNames() {
        ClassName name = new ClassName("com.acme.Pool$Inner$Allocator", "com.acme.Pool.Inner.Allocator");
        assertEquals("com.acme", name.packageName());
        assertEquals("Pool.Inner.Allocator", name.withoutPackage());
        assertEquals("com/acme/Pool$Inner$Allocator.class", name.classFile());
        assertEquals("com.acme.Pool$Inner$Allocator", name.toString());
    }

    @ParameterizedTest
    @CsvSource({
        "com.acme.Größe, com.acme.Größe",
        "内存.分配器, 内存.分配器",
        "com.acme.Pool$, com.acme.Pool$",
        "com.acme.$Pool, com.acme.$Pool",
        "com.acme.My$Pool$Allocator, com.acme.My$Pool.Allocator",
        "com.acme.Pool$$Allocator, com.acme.Pool$.Allocator",
        "com.acme.Pool$$Allocator, com.acme.Pool.$Allocator",
        "com.ac$me.Pool, com.ac$me.Pool",
        "com.acme.Pool$class, com.acme.Pool$class",
        "com.acme.Pool$1, com.acme.Pool$1",
        "a.record, a.record",
    })
    void thisIsAName(String binary, String canonical) {
        ClassName name = new ClassName(binary, canonical);
        assertEquals(binary, name.binary());
        assertEquals(canonical, name.packageName() + "." + name.withoutPackage());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ".",
                "Pool",
                "com.acme.",
                ".com.acme.Pool",
                "com..Pool",
                "com.acme.class",
                "com.new.Pool",
                "com.acme._",
                "com.acme.true",
                "com.acme.1Pool",
                "com.acme.Pool ",
                " com.acme.Pool",
                "com.acme.Po ol",
                "com.acme.Pool\n",
                "com.acme.Pool\nimport evil.Code;",
                "com.acme.Pool\r",
                "com.acme.Po\"ol",
                "com.acme.Po'ol",
                "com.acme.Pool;",
                "com.acme.Pool<T>",
                "com.acme.Pool[]",
                "com/acme/Pool",
                "../com.acme.Pool",
                "com.acme.../Pool",
                "com\\acme.Pool",
                "com.acme.Po\0ol",
                "com.acme.Po\u0007ol",
                "com.acme.Po\u00ADol",
                "com.acme.Po\u200Bol",
                "com.acme.Po\u200Dol",
                "com.acme.Po\u202Eol",
                "com.acme.Pool\uFEFF",
                "com.acme.Po\u2028ol",
                "com.acme.Po\uD800ol",
            })
    void thisIsNone(String text) {
        String reason = assertThrows(IllegalArgumentException.class, () -> ClassName.topLevel(text))
                .getMessage();
        assertEquals("'" + text + "' is not the name of a class in a package", reason);
    }

    @ParameterizedTest
    @CsvSource({
        "com.acme.Pool, com.acme.Other",
        "com.acme.Pool, com.acme.pool",
        "com.acme.Pool, Pool",
        "com.acme.Pool, com.acme$Pool",
        "com.acme.Pool, com.acme.Pool.Allocator",
        "com.acme.Pool$Allocator, com.acme.Pool",
        "com.acme.Pool$Allocator, com.acme.Pool$$Allocator",
        "com.acme.Pool$$Allocator, com.acme.Pool..Allocator",
        "com.acme.Pool$class, com.acme.Pool.class",
        "com.acme.Pool$1, com.acme.Pool.1",
        "com.acme.Pool$, com.acme.Pool.",
        "com.ac$me.Pool, com.ac.me.Pool",
        "com.acme.Pool.Allocator, com.acme.Pool$Allocator",
    })
    void theseAreNotNamesOfOneClass(String binary, String canonical) {
        String reason = assertThrows(IllegalArgumentException.class, () -> new ClassName(binary, canonical))
                .getMessage();
        assertEquals("'" + canonical + "' is not how source writes '" + binary + "'", reason);
    }

    @Test
    void aNameTooLongForAClassFileIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> ClassName.topLevel("a." + "B".repeat(0xFFFF)));
    }

    @Test
    void namesAreOrderedByBinaryName() {
        ClassName nested = new ClassName("a.B$C", "a.B.C");
        ClassName top = ClassName.topLevel("a.B$D");
        ClassName other = ClassName.topLevel("a.A");
        assertEquals(
                List.of(other, nested, top),
                Stream.of(top, nested, other).sorted().toList());
    }

    @Property
    void binaryAndCanonicalNameOfANestedClassMatch(
            @ForAll("identifiers") List<String> parts, @ForAll @IntRange(min = 1, max = 4) int packages) {
        int depth = Math.min(packages, parts.size() - 1);
        String home = String.join(".", parts.subList(0, depth));
        List<String> nested = parts.subList(depth, parts.size());
        ClassName name = new ClassName(home + "." + String.join("$", nested), home + "." + String.join(".", nested));
        assertEquals(home, name.packageName());
        assertEquals(String.join(".", nested), name.withoutPackage());
        assertTrue(JavaNames.isQualifiedName(name.canonical()));
    }

    @Provide
    Arbitrary<List<String>> identifiers() {
        return Arbitraries.strings()
                .withChars("abzAZ09_$öß内")
                .ofMinLength(1)
                .ofMaxLength(6)
                .filter(JavaNames::isQualifiedName)
                .list()
                .ofMinSize(2)
                .ofMaxSize(6);
    }
}
