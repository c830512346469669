package dev.heapwright.linker.report;

import static dev.heapwright.linker.report.Xml.texts;
import static dev.heapwright.linker.tree.LinkedModules.TO_POOL;
import static dev.heapwright.linker.tree.LinkedModules.coordinates;
import static dev.heapwright.linker.tree.LinkedModules.example;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.heapwright.linker.audit.Governor;
import dev.heapwright.linker.audit.ModuleAudit;
import dev.heapwright.linker.audit.TakenMemory;
import dev.heapwright.linker.process.ProcessMode;
import java.util.List;
import org.junit.jupiter.api.Test;

class AuditSectionTest {
    private static final TakenMemory BUFFERS =
            new TakenMemory("direct buffers", Governor.NOBODY, List.of("io.A.a", "io.B.b", "io.C.c", "io.D.d"));
    private static final TakenMemory ZLIB = new TakenMemory("zlib", Governor.PROCESS, List.of("io.Zip.open"));
    private static final TakenMemory UNREAD =
            new TakenMemory("not read", Governor.UNKNOWN, List.of("libio.so: it is for a processor of 32 bits"));

    @Test
    void placesAreCountedByWhoGovernsThem() throws Exception {
        assertEquals(
                List.of(
                        "Native memory: places governed by the heap: 0, by the process allocator: 1, by nobody: 4; not read: 1;"
                                + " an allocator is preloaded"),
                texts(section(BUFFERS, ZLIB, UNREAD), "//details[@class = 'audit']/summary"));
    }

    @Test
    void eachWayIsARowWithThreePlaces() throws Exception {
        String html = section(BUFFERS, UNREAD);
        assertEquals(
                List.of("com.acme:io:2.1", "direct buffers", "4", "nobody", "io.A.a, io.B.b, io.C.c, ..."),
                texts(html, "//table/tr[2]/td"));
        assertEquals(
                List.of("com.acme:io:2.1", "not read", "1", "unknown", "libio.so: it is for a processor of 32 bits"),
                texts(html, "//table/tr[3]/td"));
    }

    @Test
    void itFollowsTheTreeOfItsModule() throws Exception {
        assertEquals(List.of("audit"), texts(section(BUFFERS), "/section/details[2]/@class"));
    }

    @Test
    void whereNothingIsTakenThereIsNone() throws Exception {
        assertEquals(List.of(), texts(section(), "//details[@class = 'audit']"));
    }

    @Test
    void whatComesFromAJarIsText() throws Exception {
        String hostile = "<script>alert('&')</script>";
        String html = section(new TakenMemory("zlib", Governor.NOBODY, List.of(hostile)));
        assertFalse(html.contains("<script"), html);
        assertEquals(hostile, texts(html, "//table/tr[2]/td[5]").get(0));
    }

    private static String section(TakenMemory... taken) throws Exception {
        return ModuleSection.of(new ModuleAudit(
                        example().linked(TO_POOL),
                        ProcessMode.PRELOADED,
                        List.of(new ModuleAudit.AuditedArtifact(coordinates("io:2.1"), List.of(taken), 0))))
                .html();
    }
}
