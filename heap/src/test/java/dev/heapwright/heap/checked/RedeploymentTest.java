package dev.heapwright.heap.checked;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.heapwright.heap.RedeployedProgram;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RedeploymentTest {
    @Test
    void itsClassLoaderIsCollectedAndItsLeaksAreReportedThen(@TempDir Path folder) throws Exception {
        String errors = CheckedProgram.errorsOf(folder, RedeployedProgram.HOST);
        assertTrue(errors.contains("class loaders left: 0"), errors);
        assertEquals(
                RedeployedProgram.PROGRAMS,
                errors.lines()
                        .filter(line -> line.startsWith("[Heapwright/Leak] 1 block (64 bytes)"))
                        .count(),
                errors);
    }
}
