package dev.heapwright.maven.pasted;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.heapwright.diagnostic.DiagnosticId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Which diagnostics offer something that is pasted into a build, as their pages show them. */
class OfferedHelpTest {
    private static final Path PAGES = Path.of(System.getProperty("basedir", ""), "../docs/diagnostics");

    /** Integration test {@code pasted} pastes what these offer, and builds again. */
    private static final Set<String> PASTED = Set.of(
            "BoundTwice",
            "BrokenPackage",
            "LibraryImposesAllocator",
            "NativeAccess",
            "NoAllocator",
            "NotBound",
            "NotProvided",
            "NotValidated",
            "TwoAllocators",
            "UnavailableForTarget");

    @Test
    void eachIsPasted() throws IOException {
        Set<String> offered = new TreeSet<>();
        for (DiagnosticId id : DiagnosticId.values()) {
            String page = Files.readString(PAGES.resolve(id + ".md"));
            HelpMessage.in(page).stream()
                    .filter(message -> message.id().equals(id.toString()))
                    .filter(message -> !message.pastes().isEmpty())
                    .forEach(message -> offered.add(message.id()));
        }
        assertEquals(new TreeSet<>(PASTED), offered);
    }
}
