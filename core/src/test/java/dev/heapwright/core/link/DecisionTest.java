package dev.heapwright.core.link;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.heapwright.core.marker.GlueMode;
import dev.heapwright.core.marker.Marker;
import dev.heapwright.core.name.ClassName;
import dev.heapwright.core.name.Coordinates;
import dev.heapwright.diagnostic.DiagnosticException;
import org.junit.jupiter.api.Test;

class DecisionTest {
    private static final Decision.Link LINK = new Decision.Link(
            ClassName.topLevel("com.acme.Pool"), new Coordinates("com.acme", "pool", "1.2"), "linked explicitly");

    @Test
    void theGlueOfALinkIsPlainByDefault() {
        assertEquals(GlueMode.PLAIN, LINK.mode());
        assertEquals(GlueMode.CHECKED, LINK.with(GlueOptions.CHECKED).mode());
    }

    @Test
    void aCheckedLinkSaysSo() {
        Decision.Link checked = LINK.with(GlueOptions.CHECKED);
        assertEquals("com.acme.Pool 1.2 (linked explicitly, checked)", checked.text());
        assertEquals("linked explicitly, checked", checked.fullReason());
        assertEquals("linked explicitly", checked.reason());
    }

    @Test
    void anObservedLinkSaysSoAndItsLimit() throws DiagnosticException {
        assertEquals(
                "com.acme.Pool 1.2 (linked explicitly, observed, limit 512m)",
                LINK.with(GlueOptions.of(false, true, "512m")).text());
        assertEquals(
                "linked explicitly, observed",
                LINK.with(GlueOptions.of(false, true, null)).fullReason());
    }

    @Test
    void anAdoptedBindingSaysWhetherItIsChecked() {
        Coordinates io = new Coordinates("com.acme", "io", "2.1");
        assertEquals(
                "com.acme.Pool (inherited from com.acme:io:2.1)",
                adopt(LINK, io).text());
        assertEquals(
                "com.acme.Pool (inherited from com.acme:io:2.1, checked)",
                adopt(LINK.with(GlueOptions.CHECKED), io).text());
    }

    private static Decision.Adopt adopt(Decision.Link link, Coordinates from) {
        return new Decision.Adopt(
                new Marker.OfBinding(
                        link.allocator(), link.artifact(), link.reason(), link.allocator(), link.mode(), false),
                from);
    }
}
