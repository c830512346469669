package dev.heapwright.core.reach;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class EnclosingScopesTest {
    @Test
    void aClassIsInItsPackage() {
        assertEquals(List.of("com.acme.Pool", "com.acme.package-info"), EnclosingScopes.of("com.acme.Pool"));
    }

    @Test
    void aNestedClassIsInThoseAroundItFromTheInsideOut() {
        assertEquals(
                List.of("com.acme.Pool$Slab$Page", "com.acme.Pool$Slab", "com.acme.Pool", "com.acme.package-info"),
                EnclosingScopes.of("com.acme.Pool$Slab$Page"));
    }

    @Test
    void theUnnamedPackageHasNoAnnotations() {
        assertEquals(List.of("Pool$Slab", "Pool"), EnclosingScopes.of("Pool$Slab"));
    }

    @Test
    void aLeadingDollarSignIsPartOfTheName() {
        assertEquals(List.of("$Pool"), EnclosingScopes.of("$Pool"));
    }
}
