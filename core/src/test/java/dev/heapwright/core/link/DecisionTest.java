package dev.heapwright.core.link;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.heapwright.core.marker.Marker;
import dev.heapwright.core.name.ClassName;
import dev.heapwright.core.name.Coordinates;
import org.junit.jupiter.api.Test;

class DecisionTest {
    private static final Decision.Link LINK = new Decision.Link(
            ClassName.topLevel("com.acme.Pool"), new Coordinates("com.acme", "pool", "1.2"), "linked explicitly");

    @Test
    void aLinkIsUncheckedByDefault() {
        assertFalse(LINK.checked());
        assertTrue(LINK.withChecks().checked());
    }

    @Test
    void aCheckedLinkSaysSo() {
        Decision.Link checked = LINK.withChecks();
        assertEquals("com.acme.Pool 1.2 (linked explicitly, checked)", checked.text());
        assertEquals("linked explicitly, checked", checked.fullReason());
        assertEquals("linked explicitly", checked.reason());
    }

    @Test
    void anAdoptedBindingSaysWhetherItIsChecked() {
        Coordinates io = new Coordinates("com.acme", "io", "2.1");
        assertEquals(
                "com.acme.Pool (inherited from com.acme:io:2.1)",
                adopt(LINK, io).text());
        assertEquals(
                "com.acme.Pool (inherited from com.acme:io:2.1, checked)",
                adopt(LINK.withChecks(), io).text());
    }

    private static Decision.Adopt adopt(Decision.Link link, Coordinates from) {
        return new Decision.Adopt(
                new Marker.OfBinding(
                        link.allocator(), link.artifact(), link.reason(), link.allocator(), link.checked(), false),
                from);
    }
}
