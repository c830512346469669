package dev.heapwright.core.name;

import static org.junit.jupiter.api.Assertions.assertEquals;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EditDistanceTest {
    @ParameterizedTest
    @CsvSource({
        "allocate, allocate, 0",
        "alocate, allocate, 1",
        "allocat, allocate, 1",
        "free, tree, 1",
        "kitten, sitting, 3"
    })
    void isTheNumberOfEdits(String from, String to, int edits) {
        assertEquals(edits, EditDistance.between(from, to));
    }

    @Property
    void theDistanceToTheEmptyNameIsTheLength(@ForAll @StringLength(max = 20) String name) {
        assertEquals(name.length(), EditDistance.between(name, ""));
        assertEquals(name.length(), EditDistance.between("", name));
    }

    @Property
    void theDistanceIsSymmetric(
            @ForAll @StringLength(max = 20) String one, @ForAll @StringLength(max = 20) String other) {
        assertEquals(EditDistance.between(one, other), EditDistance.between(other, one));
    }
}
