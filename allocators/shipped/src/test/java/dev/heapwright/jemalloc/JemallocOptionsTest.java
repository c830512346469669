package dev.heapwright.jemalloc;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JemallocOptionsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1  | Linux      | narenas:1,background_thread:true",
                "2  | Linux      | narenas:8,background_thread:true",
                "64 | FreeBSD    | narenas:256,background_thread:true",
                "8  | Mac OS X   | narenas:32",
                "8  | Windows 11 | narenas:32"
            })
    void arenasFollowTheProcessorsAndThereIsABackgroundThreadWhereJemallocHasOne(
            int processors, String osName, String options) {
        assertEquals(options, JemallocOptions.of(processors, osName));
    }
}
