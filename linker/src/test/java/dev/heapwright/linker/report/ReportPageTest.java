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
    void thePageNeedsNoOtherFile() throws Exception {
        String page = LookedAt.page();
        assertFalse(
                Pattern.compile("<link|<img|<iframe|@import|url\\(|\\b(?:src|on\\w+)=|href=\"[^#]|https?:")
                        .matcher(page)
                        .find(),
                page);
    }

    @Test
    void theRefusedModulesComeFirstAndTheOthersInTheirOrder() {
        String page = ReportPage.of(
                "com.acme:<all>",
                List.of(
                        new ModuleSection(Outcome.NOT_BOUND, "<section>2</section>\n"),
                        new ModuleSection(Outcome.BOUND, "<section>3</section>\n"),
                        new ModuleSection(Outcome.REFUSED, "<section>1</section>\n")));
        assertTrue(
                page.contains(
                        "<h1>Allocators of com.acme:&lt;all&gt;</h1>\n<p>Modules: 1 refused, 1 bound, 1 not bound</p>"),
                page);
        assertTrue(
                page.contains("<main>\n<section>1</section>\n<section>2</section>\n<section>3</section>\n</main>"),
                page);
    }

    @Test
    void aPersonHasLookedAtIt() throws Exception {
        if (!LookedAt.isToBeRenewed()) {
            LookedAt.assertPage();
        }
    }

    @Test
    void theSameModulesMakeTheSamePage() throws Exception {
        assertEquals(
                ReportPage.of("app", List.of(ModuleSection.of(example().linked(TO_POOL)))),
                ReportPage.of("app", List.of(ModuleSection.of(example().linked(TO_POOL)))));
    }
}
