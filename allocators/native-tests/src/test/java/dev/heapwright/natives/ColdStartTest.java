package dev.heapwright.natives;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.heapwright.testing.ChildJvm;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.api.condition.OS;

/** What takes long in a JVM that has just started is not done for the first block; times would vary, so it is counted. */
@EnabledForJreRange(min = JRE.JAVA_25)
@EnabledOnOs(OS.LINUX)
class ColdStartTest {
    private static List<String> loaded;

    @BeforeAll
    static void aProgramThatAllocatesOneBlock() throws Exception {
        ChildJvm jvm = ChildJvm.with("-Xlog:class+load", "--enable-native-access=ALL-UNNAMED")
                .withClassPath(ClassPath.ofTheTests().elements());
        // The first extracts the library.
        jvm.run(FirstBlock.class).succeeded();
        String printed = jvm.run(FirstBlock.class).succeeded().printed();
        assertTrue(printed.contains("allocated\n"), printed);
        loaded = printed.lines().toList();
    }

    @Test
    void nativeFunctionsOfOneTypeAreLinked() {
        assertEquals(1, count("jdk.internal.foreign.abi.DowncallStub"));
    }

    @Test
    void noLambdaIsCreated() {
        assertEquals(0, count("dev.heapwright.*\\$\\$Lambda"));
    }

    @Test
    void noHashIsComputed() {
        assertEquals(0, count("sun.security.provider.SHA2"));
    }

    private static long count(String type) {
        return loaded.stream()
                .filter(line -> line.matches("\\S* (\\S* )?" + type + ".*"))
                .count();
    }
}
