package dev.heapwright.core.link;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.heapwright.core.name.Coordinates;
import org.junit.jupiter.api.Test;

class PlainDialectTest {
    private static final Coordinates POOL = new Coordinates("com.acme", "pool", "1.2");

    @Test
    void helpIsWrittenForAnyBuild() {
        Dialect dialect = PlainDialect.INSTANCE;
        assertEquals("com.acme:pool:1.2", dialect.dependency(POOL));
        assertEquals("com.acme:pool", dialect.exclusion(DependencyPath.at(POOL)));
        assertEquals("--release 22", dialect.release(22));
        assertEquals("have it on the class path of the tests only", dialect.testsOnly());
        assertEquals("--allocator none", dialect.noDefault());
        assertEquals("from com.acme to com.acme.hidden", dialect.relocation("com.acme", "com.acme.hidden"));
        assertEquals("by an option:\n--kind application", dialect.kind(Kind.APPLICATION));
    }
}
