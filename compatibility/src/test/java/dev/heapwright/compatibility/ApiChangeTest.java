package dev.heapwright.compatibility;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ApiChangeTest {
    private static final String TYPE = "public abstract interface com.acme.Pool";
    private static final String OLD = "public abstract long com.acme.Pool.take(long)";

    @Test
    void whatIsGoneOrDifferentIsIncompatible() {
        String now = "public abstract long com.acme.Pool.take(int)";
        assertEquals(
                new ApiChange(List.of("- " + OLD, "+ " + now), List.of()),
                ApiChange.between(List.of(TYPE, OLD), List.of(TYPE, now)));
    }

    @Test
    void aFunctionThatOthersWouldHaveToImplementIsIncompatible() {
        String now = "public abstract void com.acme.Pool.give(long) throws java.io.IOException";
        assertEquals(
                new ApiChange(List.of("+ " + now), List.of()),
                ApiChange.between(List.of(TYPE, OLD), List.of(TYPE, OLD, now)));
    }

    @Test
    void whatHasABodyOrIsNewAltogetherIsCompatible() {
        List<String> added = List.of(
                "public default void com.acme.Pool.give(long)",
                "public abstract interface com.acme.PoolOfPools",
                "public abstract long com.acme.PoolOfPools.take(long)");
        List<String> now = Stream.concat(Stream.of(TYPE, OLD), added.stream()).toList();
        assertEquals(
                new ApiChange(List.of(), added.stream().map(line -> "+ " + line).toList()),
                ApiChange.between(List.of(TYPE, OLD), now));
    }

    @Test
    void theOrderOfLinesDoesNotMatter() {
        assertTrue(ApiChange.between(List.of(TYPE, OLD), List.of(OLD, TYPE)).isEmpty());
    }
}
