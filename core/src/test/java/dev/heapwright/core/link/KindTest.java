package dev.heapwright.core.link;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class KindTest {
    @ParameterizedTest
    @EnumSource(Kind.class)
    void aKindIsFoundByTheNameThatUsersWrite(Kind kind) {
        assertEquals(Optional.of(kind), Kind.of(kind.toString()));
        assertTrue(kind.withArticle().matches("an? " + kind + "( artifact)?"), kind.withArticle());
    }

    @Test
    void onlyALibraryIsNotFinal() {
        assertEquals(
                List.of(Kind.LIBRARY),
                Stream.of(Kind.values()).filter(kind -> !kind.isFinal()).toList());
    }

    @Test
    void noOtherNameIsAKind() {
        assertEquals(Optional.empty(), Kind.of("APPLICATION"));
        assertEquals(Optional.empty(), Kind.of("app"));
        assertEquals(Optional.empty(), Kind.of(""));
        assertEquals("library", Kind.LIBRARY.toString());
    }
}
