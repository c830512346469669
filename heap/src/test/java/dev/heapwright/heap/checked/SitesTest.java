package dev.heapwright.heap.checked;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.List;
import org.junit.jupiter.api.Test;

class SitesTest {
    private final Sites sites = new Sites();

    @Test
    void equalPlacesHaveTheSameNumberAndAreStoredOnce() {
        int first = sites.number(place(1));
        int second = sites.number(place(2));
        assertNotEquals(first, second);
        assertEquals(first, sites.number(place(1)));
        assertEquals(place(1), sites.get(first));
        assertSame(sites.get(first).frames().get(1), sites.get(second).frames().get(1));
    }

    @Test
    void placesBeyondTheLimitCountAsOne() {
        int first = sites.number(place(0));
        for (int i = 1; first + i < Sites.MOST; i++) {
            assertEquals(first + i, sites.number(place(i)));
        }
        assertEquals(0, sites.number(place(Sites.MOST)));
        assertEquals(first + 1, sites.number(place(1)));
        assertEquals(
                List.of("at places that were not recorded, beyond the first 65536"),
                sites.get(0).lines());
    }

    @Test
    void placesThatWereNotRecordedCountAsAnotherOne() {
        int number = sites.number(Site.NOT_SAMPLED);
        assertNotEquals(0, number);
        assertSame(Site.NOT_SAMPLED, sites.get(number));
        assertEquals(
                List.of("at a place that was not recorded; set -Dheapwright.checked.stacks=all to record all"),
                sites.get(number).lines());
    }

    private static Site place(int line) {
        return new Site(
                List.of(
                        new StackTraceElement("com.acme.Main", "load", "Main.java", line),
                        new StackTraceElement("com.acme.Main", "main", "Main.java", 1)),
                0);
    }
}
