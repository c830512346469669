package dev.heapwright.linker.packaged;

import dev.heapwright.core.link.Dialect;
import dev.heapwright.diagnostic.Diagnostic;
import dev.heapwright.diagnostic.DiagnosticId;
import dev.heapwright.diagnostic.Location;
import java.util.List;
import java.util.Optional;

/**
 * Warns about jars for {@code java -jar} whose manifests do not enable native access. On Java 22 and newer, the heap
 * uses the FFM API; without permission, Java 24 prints a warning, and a later release will deny access. Only the
 * manifest of the jar that is started counts.
 *
 * @param release the Java release that the module is compiled for
 * @param dialect how help is written
 */
public record NativeAccess(int release, Dialect dialect) {
    /** The first release with the FFM API: what is compiled for an older one usually runs on an older one. */
    private static final int FFM = 22;

    private static final String ENTRY = "Enable-Native-Access";

    /** The only valid value: with any other, the JVM does not start. */
    private static final String EVERYBODY = "ALL-UNNAMED";

    /**
     * {@return a warning for each jar that lacks the entry}
     *
     * @param jars the contents of the jars of a bound module
     */
    public List<Diagnostic> warnings(List<PackagedJar> jars) {
        return jars.stream()
                .filter(jar -> release >= FFM && jar.isExecutable())
                .filter(jar -> !jar.attribute(ENTRY).equals(Optional.of(EVERYBODY)))
                .map(this::warning)
                .toList();
    }

    private Diagnostic warning(PackagedJar jar) {
        Dialect.ManifestChange change = change(jar);
        Diagnostic warning = Diagnostic.warning(
                        DiagnosticId.NATIVE_ACCESS,
                        jar.jar().name() + " is executable, but its manifest does not enable native access")
                .at(new Location.File(jar.jar().file().toString()))
                .withDetail("required: " + ENTRY + ": " + EVERYBODY)
                .withDetail("found:    "
                        + jar.attribute(ENTRY)
                                .map(value -> ENTRY + ": " + value)
                                .orElse("no such entry"));
        return dialect.atManifest(change, warning).withHelp("add it " + dialect.manifestEntry(change));
    }

    /** {@return the entry that a jar's manifest should have} */
    static Dialect.ManifestChange change(PackagedJar jar) {
        return new Dialect.ManifestChange(
                jar.jar().name(),
                jar.isMerged(),
                jar.attribute("Created-By").orElse(""),
                jar.attribute("Main-Class").orElse(""),
                ENTRY,
                EVERYBODY);
    }
}
