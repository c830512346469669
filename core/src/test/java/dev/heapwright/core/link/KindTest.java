package dev.heapwright.core.link;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class KindTest {
    @ParameterizedTest
    @EnumSource(Kind.class)
    void aKindIsFoundByTheNameThatUsersWrite(Kind kind) {
        assertEquals(Optional.of(kind), Kind.of(kind.toString()));
        assertEquals(kind.name(), kind.withArticle().replaceFirst("an? ", "").toUpperCase(Locale.ROOT));
    }

    @Test
    void noOtherNameIsAKind() {
        assertEquals(Optional.empty(), Kind.of("APPLICATION"));
        assertEquals(Optional.empty(), Kind.of("app"));
        assertEquals(Optional.empty(), Kind.of(""));
        assertEquals("library", Kind.LIBRARY.toString());
    }
}
