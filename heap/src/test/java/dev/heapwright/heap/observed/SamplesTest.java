package dev.heapwright.heap.observed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.heapwright.heap.RedeployedProgram;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Samples of what a program allocates: as events of the JDK Flight Recorder, and as live blocks by call site. */
class SamplesTest {
    private static final String PROGRAM = """
            static final List<Long> kept = new ArrayList<>();

            static void leak(int blocks) {
                for (int i = 0; i < blocks; i++) {
                    kept.add(Heap.allocate(1000, 8));
                }
            }

            static void use(int blocks) {
                for (int i = 0; i < blocks; i++) {
                    Heap.deallocate(Heap.allocate(64, 8), 64, 8);
                }
            }
            """;

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it.
    Path folder;

    @Test
    void ifEachBlockIsSampledTheFiguresAreExact() throws Exception {
        assertEquals("""
                3000 bytes in 3 blocks
                  at com.acme.Main.leak(Main.java:16)
                  at com.acme.Main.main(Main.java:26)""", live("leak(3);\nuse(100);", "-Dheapwright.observed.every=1"));
    }

    @Test
    void theDifferenceOfTwoSnapshotsIsWhatHasGrown() throws Exception {
        String text = live("""
                leak(3);
                LiveSites before = observed().liveSites();
                leak(2);
                Heap.deallocate(kept.get(0), 1000, 8);
                LiveSites growth = observed().liveSites().minus(before);
                growth.sites().forEach(each -> System.out.println(each.bytes() + " " + each.blocks()));
                """, "-Dheapwright.observed.every=1");
        assertTrue(text.startsWith("2000 2\n-1000 -1\n"), text);
    }

    @Test
    void aResizedBlockIsLiveWhereItWasResized() throws Exception {
        String text =
                live("kept.add(Heap.reallocate(Heap.allocate(100, 8), 100, 200, 8));", "-Dheapwright.observed.every=1");
        assertEquals("200 bytes in 1 block\n  at com.acme.Main.main(Main.java:26)", text);
    }

    @Test
    void samplesStandForAllBlocks() throws Exception {
        String text = live("leak(200000);", "-Dheapwright.observed.every=8k");
        long bytes = Long.parseLong(text.substring(0, text.indexOf(' ')));
        // Some 23,000 samples: the deviation is below 1 %.
        assertTrue(Math.abs(bytes - 200_000_000L) < 10_000_000L, text);
    }

    @Test
    void nothingIsSampledIfThatIsOff() throws Exception {
        assertEquals("", live("leak(3);", "-Dheapwright.observed.every=off"));
    }

    @Test
    void theFlightRecorderGetsSamplesWithTheirStacks() throws Exception {
        live("leak(200);\nuse(100000);", "-XX:StartFlightRecording=filename=run.jfr", "-Dheapwright.observed.every=4k");
        List<RecordedEvent> samples = events("dev.heapwright.AllocationSample");
        assertEquals(
                List.of("com.acme.Malloc"),
                samples.stream()
                        .map(event -> event.getString("allocator"))
                        .distinct()
                        .toList());
        assertEquals(
                List.of("leak 1000", "use 64"),
                samples.stream()
                        .map(event -> method(event) + " " + event.getLong("size"))
                        .distinct()
                        .sorted()
                        .toList());
        long weight =
                samples.stream().mapToLong(event -> event.getLong("weight")).sum();
        assertTrue(Math.abs(weight - 6_600_000) < 1_000_000, "weight: " + weight);
    }

    @Test
    void theFlightRecordersOwnToolPrintsThem() throws Exception {
        live("leak(3);", "-XX:StartFlightRecording=filename=run.jfr", "-Dheapwright.observed.every=1");
        String printed = print("run.jfr");
        assertTrue(printed.contains("dev.heapwright.AllocationSample {"), printed);
        assertTrue(printed.contains("size = 1000 bytes"), printed);
        assertTrue(printed.contains("com.acme.Main.leak(int) line: 16"), printed);
    }

    @Test
    void theFlightRecorderGetsWhatIsLiveWhenTheRecordingEnds() throws Exception {
        live("leak(3);", "-XX:StartFlightRecording=filename=run.jfr", "-Dheapwright.observed.every=1");
        RecordedEvent last = events("dev.heapwright.LiveSite").stream()
                .reduce((first, second) -> second)
                .orElseThrow();
        assertEquals(3000, last.getLong("bytes"));
        assertEquals(3, last.getLong("blocks"));
        assertTrue(last.getString("site").startsWith("at com.acme.Main.leak(Main.java:16)\nat "), last.toString());
    }

    @Test
    void aProgramThatItsHostReplacesIsCollectedThoughARecordingRuns() throws Exception {
        String errors = ObservedProgram.runMain(
                        folder,
                        RedeployedProgram.HOST,
                        "-XX:StartFlightRecording=filename=run.jfr",
                        "-Dheapwright.observed.every=1")
                .errors();
        assertTrue(errors.contains("class loaders left: 0"), errors);
    }

    @Test
    void theHeapWorksWhereThereIsNoFlightRecorder() throws Exception {
        assertTrue(live("leak(3);", "--limit-modules=java.base,jdk.unsupported", "-Dheapwright.observed.every=1")
                .startsWith("3000 bytes in 3 blocks"));
    }

    private List<RecordedEvent> events(String name) throws Exception {
        return RecordingFile.readAllEvents(folder.resolve("run.jfr")).stream()
                .filter(event -> event.getEventType().getName().equals(name))
                .toList();
    }

    private static String method(RecordedEvent event) {
        return event.getStackTrace().getFrames().stream()
                .map(frame -> frame.getMethod())
                .filter(method -> method.getType().getName().equals("com.acme.Main"))
                .findFirst()
                .orElseThrow()
                .getName();
    }

    private String print(String recording) throws Exception {
        Process jfr = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "jfr").toString(),
                        "print",
                        "--events",
                        "dev.heapwright.AllocationSample",
                        "--stack-depth",
                        "20",
                        folder.resolve(recording).toString())
                .redirectErrorStream(true)
                .start();
        return new String(jfr.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    /** {@return what the program prints, which ends with its live sites} */
    private String live(String body, String... options) throws Exception {
        String output = ObservedProgram.run(folder, "", PROGRAM + """
                public static void main(String[] arguments) {
                    BODY
                    System.out.print(observed().liveSites());
                }
                """.replace("BODY", body), options)
                .output();
        return output.strip();
    }
}
