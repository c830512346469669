package dev.heapwright.linker.report;

import static dev.heapwright.linker.tree.LinkedModules.TO_POOL;
import static dev.heapwright.linker.tree.LinkedModules.consumer;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.heapwright.linker.tree.LinkedModules;
import dev.heapwright.testing.OnOneJava;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What a person sees of a report on a phone and on a desk, in light and in dark colours. Its pictures are in {@code
 * target/report}; two of them are in the guide, where {@code -Dgolden=refresh} puts them anew.
 */
@OnOneJava
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class ReportInBrowserTest {
    private static final String OPEN_ALL = "document.querySelectorAll('details').forEach(each => each.open = true)";
    private static final String VISIBLE_ARTIFACTS = """
            [...document.querySelectorAll('.artifact')]
                .filter(each => each.checkVisibility())
                .map(each => each.textContent)
                .join('\\n')""";

    private final Path folder;
    private final Browser browser;

    ReportInBrowserTest(@TempDir Path folder) throws IOException {
        this.folder = folder;
        this.browser = Browser.start(folder).orElseGet(() -> {
            String notice = "NOTICE: nobody looks at the report here: there is no Chromium that runs";
            System.out.println(notice);
            return Assumptions.abort(notice);
        });
    }

    @AfterAll
    void close() {
        browser.close();
    }

    @ParameterizedTest
    @MethodSource("dev.heapwright.linker.report.Screen#all")
    void theFirstScreenTellsWhatIsWrongAndWhere(Screen screen) throws Exception {
        BrowserTab tab = shop(screen);
        assertEquals("""
                refused, not bound
                [Heapwright/TwoAllocators] com.acme.shop:shop-server would link 2 allocators; an application must link exactly one
                dev.heapwright.jemalloc.JemallocAllocator via com.acme.shop:shop-server → dev.heapwright:heapwright-jemalloc:0.1.0
                com.acme.memory.SlabAllocator via com.acme.shop:shop-server → com.acme.shop:accounts-service:4.2.0 → \
                com.acme.shop:accounts-model:4.2.0 → com.acme.shop:warehouse-client:4.2.0 → com.acme.shop:warehouse-security:4.2.0 → \
                com.acme.shop:search-storage:4.2.0 → com.acme.memory:slab-allocator:1.3.1
                help: keep one; to drop the second, exclude it where it comes in, in the dependency on com.acme.shop:accounts-service:
                <dependency>
                <groupId>com.acme.shop</groupId>
                <artifactId>accounts-service</artifactId>
                <version>${shop.version}</version>
                <exclusions>
                <exclusion><groupId>com.acme.memory</groupId><artifactId>slab-allocator</artifactId></exclusion>""", tab.evaluate("""
                [...document.querySelectorAll('.outcome, .problem > h3, .problem > pre > span:not(:last-child)')]
                    .filter(each => each.getBoundingClientRect().bottom <= document.documentElement.clientHeight)
                    .map(each => each.textContent.trim().replace(/ +/g, ' '))
                    .filter(line => !line.startsWith('</'))
                    .join('\\n')"""));
    }

    @Test
    void itsPicturesAreThereToBeLookedAt() throws Exception {
        Path pictures = Files.createDirectories(Path.of("target/report"));
        for (Screen screen : Screen.all()) {
            BrowserTab tab = shop(screen);
            tab.screenshot(pictures.resolve(screen.picture("start")));
            tab.evaluate("[...document.querySelectorAll('h3')].at(-1).scrollIntoView()");
            tab.screenshot(pictures.resolve(screen.picture("tree")));
            tab.evaluate("document.querySelector('.audit').open = true");
            tab.evaluate("document.querySelector('.audit').scrollIntoView()");
            tab.screenshot(pictures.resolve(screen.picture("audit")));
        }
        if (LookedAt.isToBeRenewed()) {
            LookedAt.renew(pictures);
        }
    }

    @ParameterizedTest
    @MethodSource("dev.heapwright.linker.report.Screen#all")
    void allOfItCanBeSeenAndRead(Screen screen) throws Exception {
        BrowserTab tab = shop(screen);
        assertEquals("", tab.evaluate(inspection()));
        tab.evaluate(OPEN_ALL);
        assertEquals("", tab.evaluate(inspection()));
    }

    @Test
    void namesHoweverLongAndPathsHoweverDeepStayOnTheScreen() throws Exception {
        LinkedModules modules = new LinkedModules();
        String from = "app:1.0";
        for (int i = 0; i < 40; i++) {
            String next = "an-artifact-with-a-name-longer-than-most-" + i + ":1.0-rc-" + i;
            modules.dependency(consumer(next, "com.acme." + "W".repeat(100), "com.acme.内存.分配器"), from);
            from = next;
        }
        BrowserTab tab = show(Screen.PHONE, ReportPage.of("long", List.of(ModuleSection.of(modules.linked(TO_POOL)))));
        tab.evaluate(OPEN_ALL);
        assertEquals("", tab.evaluate(inspection()));
    }

    @Test
    void whatCouldNotBeSeenOrReadWouldBeFound() throws Exception {
        BrowserTab tab = shop(Screen.PHONE);
        tab.evaluate("""
                document.querySelector('h1').style.width = '100vw';
                document.querySelector('h2').style.color = 'dimgray';
                document.querySelector('summary').style.height = '18px';
                """);
        assertEquals("""
                outside of the screen: Allocators of com.acme.shop:sh
                too small for a finger: What TwoAllocators means
                too little contrast: com.acme.shop:shop-server""", tab.evaluate(inspection()));
    }

    @Test
    void theTreeIsFoldedWhereNothingHasToDoWithAllocators() throws Exception {
        BrowserTab tab = shop(Screen.PHONE);
        assertEquals("""
                com.acme.shop:shop-server:4.2.0
                com.acme.shop:accounts-service:4.2.0
                com.acme.shop:accounts-model:4.2.0
                com.acme.shop:warehouse-client:4.2.0
                com.acme.shop:warehouse-security:4.2.0
                com.acme.shop:search-storage:4.2.0
                com.acme.memory:slab-allocator:1.3.1
                com.acme.shop:checkout-service:4.2.0
                com.acme.shop:checkout-api:4.2.0
                com.acme.shop:checkout-storage:4.2.0
                com.acme.shop:catalog-cache:4.2.0
                com.acme.memory:off-heap-map:1.3.1
                dev.heapwright:heapwright-heap:0.1.0
                com.acme.shop:fraud-detection-service:4.2.0
                com.acme.shop:fraud-detection-client:4.2.0
                com.acme.shop:fraud-detection-security:4.2.0
                com.acme.shop:delivery-storage:4.2.0
                com.acme.memory:buffers:1.3.1
                com.acme.shop:ledger-service:4.2.0
                com.acme.shop:ledger-client:4.2.0
                com.acme.shop:notifications-service:4.2.0
                com.acme.shop:notifications-client:4.2.0
                com.acme.memory:network-io:1.3.1
                dev.heapwright:heapwright-jemalloc:0.1.0
                dev.heapwright:heapwright-allocators:0.1.0""", tab.evaluate(VISIBLE_ARTIFACTS));
        tab.evaluate(OPEN_ALL);
        assertEquals(300, tab.evaluate(VISIBLE_ARTIFACTS).lines().count());
    }

    @Test
    void aSearchShowsWhatIsFoundAndThePathsToIt() throws Exception {
        BrowserTab tab = shop(Screen.PHONE);
        String before = tab.evaluate(VISIBLE_ARTIFACTS);
        tab.evaluate(search("Fraud CACHE"));
        assertEquals("""
                com.acme.shop:shop-server:4.2.0
                com.acme.shop:fraud-detection-service:4.2.0
                com.acme.shop:fraud-detection-client:4.2.0
                com.acme.shop:fraud-detection-cache:4.2.0""", tab.evaluate(VISIBLE_ARTIFACTS));
        assertEquals("1 of 300", tab.evaluate("document.querySelector('output').textContent"));
        tab.evaluate(search(""));
        assertEquals(before, tab.evaluate(VISIBLE_ARTIFACTS));
    }

    @Test
    void aSearchFindsClassesToo() throws Exception {
        BrowserTab tab = shop(Screen.PHONE);
        tab.evaluate(search("OffHeapMap"));
        assertEquals("1 of 300", tab.evaluate("document.querySelector('output').textContent"));
        assertTrue(tab.evaluate(VISIBLE_ARTIFACTS).endsWith("\ncom.acme.memory:off-heap-map:1.3.1"));
    }

    @Test
    void aLinkLeadsToThePlaceInTheTreeHoweverItIsFolded() throws Exception {
        BrowserTab tab = shop(Screen.PHONE);
        tab.evaluate("document.querySelectorAll('details').forEach(each => each.open = false)");
        tab.evaluate("document.querySelector('.reached li:nth-child(2) a:last-child').click()");
        assertEquals("com.acme.memory:slab-allocator:1.3.1", tab.evaluate("""
                [document.querySelector(':target')]
                    .filter(each => each.checkVisibility() && each.getBoundingClientRect().bottom <= document.documentElement.clientHeight)
                    .map(each => each.textContent)
                    .join()"""));
    }

    @Test
    void nothingElseRunsInAReport() throws Exception {
        String section = """
                <p>as it was</p>
                <script>document.querySelector('main p').textContent = 'changed';</script>
                <img src="x" onerror="document.querySelector('main p').textContent = 'changed'">
                <style>main p { display: none }</style>
                """;
        BrowserTab tab =
                show(Screen.PHONE, ReportPage.of("hostile", List.of(new ModuleSection(Outcome.BOUND, section))));
        assertEquals(
                "", tab.evaluate("document.querySelector('[role=search]').hidden ? 'the search does not run' : ''"));
        assertEquals(
                "as it was",
                tab.evaluate(
                        "[...document.querySelectorAll('main p')].filter(each => each.checkVisibility()).map(each => each.textContent).join()"));
    }

    private BrowserTab shop(Screen screen) throws Exception {
        return show(screen, LookedAt.page());
    }

    private BrowserTab show(Screen screen, String html) throws Exception {
        Path page = Files.writeString(folder.resolve("report.html"), html);
        BrowserTab tab = browser.open();
        tab.show(page, screen);
        return tab;
    }

    private static String search(String words) {
        return "words.value = '" + words + "'; words.dispatchEvent(new Event('input'))";
    }

    private static String inspection() throws IOException {
        try (InputStream script =
                Objects.requireNonNull(ReportInBrowserTest.class.getResourceAsStream("inspection.js"))) {
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
