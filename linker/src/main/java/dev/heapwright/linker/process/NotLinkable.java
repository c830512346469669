package dev.heapwright.linker.process;

import dev.heapwright.diagnostic.Diagnostic;
import dev.heapwright.diagnostic.DiagnosticException;
import dev.heapwright.diagnostic.DiagnosticId;
import dev.heapwright.diagnostic.Location;
import java.nio.file.Path;
import java.util.List;

/** What cannot be linked to an allocator or start a process with one. When this is reported, nothing has been changed or created. */
public enum NotLinkable {
    /** An image of jlink or jpackage. */
    IMAGE("the image cannot be linked to an allocator"),
    /** The launcher, which preloads the allocator. */
    LAUNCHER("the launcher cannot be made");

    private final String headline;

    NotLinkable(String headline) {
        this.headline = headline;
    }

    /**
     * {@return its problem}
     *
     * @param place the image, a file in it, or the folder of the launcher
     * @param reason as a clause about "it"
     * @param help what to do
     */
    public DiagnosticException problem(Path place, String reason, String help) {
        return new DiagnosticException(List.of(Diagnostic.error(DiagnosticId.NOT_LINKABLE, headline + ": " + reason)
                .at(new Location.File(place.toString()))
                .withHelp(help)));
    }
}
