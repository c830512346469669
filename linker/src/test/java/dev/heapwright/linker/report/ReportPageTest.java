package dev.heapwright.linker.report;

import static dev.heapwright.linker.tree.LinkedModules.TO_POOL;
import static dev.heapwright.linker.tree.LinkedModules.example;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class ReportPageTest {
    @Test
    void thePageNeedsNoOtherFileAndRunsNothing() throws Exception {
        String page =
                ReportPage.of("com.acme:app", List.of(ModuleSection.of(example().linked(TO_POOL))));
        assertFalse(
                Pattern.compile("<script|<link|<img|<iframe|@import|url\\(|\\b(?:src|href|on\\w+)=")
                        .matcher(page)
                        .find(),
                page);
        assertTrue(page.contains("content=\"default-src 'none'; style-src 'unsafe-inline'\""), page);
        assertEquals("http://www.w3.org/2000/svg", page.replaceAll("(?s).*?(https?:[^\"]*).*", "$1"));
    }

    @Test
    void theModulesStandInTheirOrder() {
        String page = ReportPage.of("com.acme:<all>", List.of("<section>2</section>\n", "<section>1</section>\n"));
        assertTrue(page.contains("<h1>Allocators of com.acme:&lt;all&gt;</h1>"), page);
        assertTrue(page.contains("</p>\n<section>2</section>\n<section>1</section>\n</body>"), page);
    }

    @Test
    void theSameModulesMakeTheSamePage() throws Exception {
        assertEquals(
                ReportPage.of("app", List.of(ModuleSection.of(example().linked(TO_POOL)))),
                ReportPage.of("app", List.of(ModuleSection.of(example().linked(TO_POOL)))));
    }
}
