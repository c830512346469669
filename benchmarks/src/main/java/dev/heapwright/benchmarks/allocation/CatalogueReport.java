package dev.heapwright.benchmarks.allocation;

import dev.heapwright.benchmarks.Option;
import dev.heapwright.benchmarks.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;

/**
 * Measures the allocators of docs/catalogue.md, those of the samples and those that are published, beside jemalloc, and
 * writes {@code catalogue.md}.
 */
public final class CatalogueReport {
    /** The options. */
    public static final List<Option> OPTIONS =
            List.of(Option.number("forks", 3, "JVMs for each allocator, of which the fastest round counts"));

    private static final List<Subjects> SUBJECTS = List.of(
            Subjects.CATALOGUE_JEMALLOC,
            Subjects.CATALOGUE_SYSTEM,
            Subjects.CATALOGUE_REGION,
            Subjects.CATALOGUE_GUARD,
            Subjects.CATALOGUE_GUARDED,
            Subjects.CATALOGUE_HARDENED,
            Subjects.CATALOGUE_HUGE_PAGES,
            Subjects.CATALOGUE_FILE);

    private static final String[] OPERATIONS = {"pair 64", "mix", "batch"};

    private CatalogueReport() {}

    /** Measures. */
    public static void run(Settings settings) throws IOException, InterruptedException {
        Measurements figures = new Measurements();
        for (Subjects subject : SUBJECTS) {
            measure(subject, subject.title(), settings.number("forks"), figures);
        }
        measure(
                Subjects.CATALOGUE_REGION,
                "region-allocator, in a region",
                settings.number("forks"),
                figures,
                "region");
        Measurements ratios = new Measurements();
        for (String subject : figures.of(OPERATIONS[0]).keySet()) {
            figures.ratios(subject, Subjects.CATALOGUE_JEMALLOC.title())
                    .forEach((operation, ratio) -> ratios.add(subject, operation, ratio));
        }
        String report = String.join(
                "\n",
                "Allocate and free, ns of processor time:\n",
                figures.table(OPERATIONS),
                "Ratios to jemalloc:\n",
                ratios.table(OPERATIONS));
        Files.writeString(Files.createDirectories(settings.folder()).resolve("catalogue.md"), report);
        System.out.println(report);
    }

    private static void measure(Subjects subject, String title, int forks, Measurements to, String... arguments)
            throws IOException, InterruptedException {
        SubjectJvm jvm = new SubjectJvm(subject);
        for (int fork = 0; fork < forks; fork++) {
            for (String line :
                    jvm.run(List.of(), CpuTimes.class, arguments).lines().toList()) {
                int equals = line.indexOf('=');
                String operation = line.substring(0, equals);
                double before = to.of(operation).getOrDefault(title, Double.MAX_VALUE);
                to.add(title, operation, Math.min(before, Double.parseDouble(line.substring(equals + 1))));
            }
        }
    }
}
