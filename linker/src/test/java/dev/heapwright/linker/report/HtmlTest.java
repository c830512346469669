package dev.heapwright.linker.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class HtmlTest {
    @Test
    void textBecomesNeitherElementsNorAttributes() {
        assertEquals(
                "&lt;script&gt;alert(&#39;a&#39; &amp;&amp; &quot;b&quot;)&lt;/script&gt;",
                Html.text("<script>alert('a' && \"b\")</script>"));
    }

    @Test
    void controlCharactersAreNotPartOfAPage() {
        assertEquals("a?b?c?", Html.text("a\u0000b\nc\u202E"));
    }
}
