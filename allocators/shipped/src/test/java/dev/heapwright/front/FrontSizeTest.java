package dev.heapwright.front;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FrontSizeTest {
    @ParameterizedTest
    @CsvSource({
        "'', 33554432",
        "off, 0",
        "OFF, 0",
        "0, 0",
        "1000, 1000",
        "64k, 65536",
        "8m, 8388608",
        " 2G , 2147483648",
        "999999999999999999g, 9223372036854775807"
    })
    void aValueIsOffOrANumberOfBytes(String value, long bytes) {
        assertEquals(bytes, FrontSize.of(value));
    }

    @ParameterizedTest
    @ValueSource(strings = {"on", "-1", "8mb", "1.5m", "m", "0x10"})
    void anythingElseIsRefused(String value) {
        assertEquals(
                """
                [Heapwright/InvalidConfiguration] -Dheapwright.front=%s is neither off nor a number of bytes
                  help: say off, or how much all threads may keep together, such as 64k, 8m or 1g
                  more: mvn dev.heapwright:heapwright-maven-plugin:explain -Did=InvalidConfiguration""".formatted(value),
                assertThrows(IllegalArgumentException.class, () -> FrontSize.of(value))
                        .getMessage());
    }

    @Test
    void withoutThePropertyItIsTheUsualSize() {
        assertEquals(32 << 20, FrontSize.configured());
    }
}
