package dev.heapwright.heap.observed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The bean of the heap, as a console sees it. */
class HeapMXBeanTest {
    private static final String SERVER = """
            static Object ask(String attribute) throws Exception {
                return server().getAttribute(name(), attribute);
            }

            static Object call(String operation) throws Exception {
                return server().invoke(name(), operation, null, null);
            }

            static javax.management.MBeanServer server() {
                return java.lang.management.ManagementFactory.getPlatformMBeanServer();
            }

            static javax.management.ObjectName name() throws Exception {
                return new javax.management.ObjectName("dev.heapwright:type=Heap");
            }

            """;

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it.
    Path folder;

    @Test
    void itsNumbersAreTheHeaps() throws Exception {
        assertEquals(
                "com.acme.Malloc 1.0 (linked explicitly, observed) 1000 24 976 1048576",
                print("""
                Heap.allocate(976, 8);
                Heap.deallocate(Heap.allocate(24, 8), 24, 8);
                System.out.print(ask("Binding") + " " + ask("AllocatedBytes") + " " + ask("FreedBytes") + " "
                        + ask("LiveBytes") + " " + ask("Limit"));
                """, "-Dheapwright.limit=1m"));
    }

    @Test
    void withoutALimitThatIsMinusOne() throws Exception {
        assertEquals("-1", print("Heap.binding();\nSystem.out.print(ask(\"Limit\"));"));
    }

    @Test
    void growthIsWhatHasChangedSinceItWasLastAskedFor() throws Exception {
        assertEquals("1000 bytes in 1 block|24 bytes in 1 block||2", print("""
                Heap.allocate(1000, 8);
                String first = firstLine(call("growth"));
                Heap.allocate(24, 8);
                String second = firstLine(call("growth"));
                System.out.print(first + "|" + second + "|" + firstLine(call("growth")) + "|"
                        + call("liveSites").toString().split("\\n\\n").length);
                """, "-Dheapwright.observed.every=1"));
    }

    @Test
    void itIsRegisteredOnRequestAndUnregistered() throws Exception {
        assertEquals("false true false true false", ObservedProgram.output(folder, SERVER + """
                public static void main(String[] arguments) throws Exception {
                    ObservedBinding heap = observed();
                    boolean before = server().isRegistered(name());
                    boolean registered = heap.register();
                    boolean again = heap.register();
                    boolean after = server().isRegistered(name());
                    heap.unregister();
                    System.out.print(before + " " + registered + " " + again + " " + after + " "
                            + server().isRegistered(name()));
                }
                """));
    }

    @Test
    void theHeapWorksWhereThereIsNoManagement() throws Exception {
        String output = ObservedProgram.output(
                folder,
                "public static void main(String[] arguments) {\nSystem.out.print(Heap.allocate(16, 8) != 0);\n}",
                "--limit-modules=java.base,jdk.unsupported");
        assertTrue(output.endsWith("true"), output);
    }

    private String print(String body, String... options) throws Exception {
        String[] all = java.util.Arrays.copyOf(options, options.length + 1);
        all[options.length] = "-Dheapwright.observed.jmx=true";
        return ObservedProgram.output(folder, SERVER + """
                static String firstLine(Object text) {
                    return text.toString().split("\\n")[0];
                }

                public static void main(String[] arguments) throws Exception {
                    BODY
                }
                """.replace("BODY", body), all);
    }
}
