package dev.heapwright.core.name;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UnknownNameTest {
    private static final List<String> KINDS = List.of("application", "hosted", "bundle", "library", "dot");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "aplication | unknown kind 'aplication'; did you mean application?",
                "Hosted     | unknown kind 'Hosted'; did you mean hosted?",
                "blunder    | unknown kind 'blunder'",
                "dit        | unknown kind 'dit'; did you mean dot?",
                "dat-       | unknown kind 'dat-'",
                "xyz        | unknown kind 'xyz'"
            })
    void aNameIsOfferedOnlyIfItIsNear(String name, String headline) {
        assertEquals(headline, UnknownName.headline("kind", name, KINDS));
    }
}
