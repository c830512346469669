package dev.heapwright.linker.image;

import dev.heapwright.diagnostic.Diagnostic;
import dev.heapwright.diagnostic.DiagnosticException;
import dev.heapwright.diagnostic.DiagnosticId;
import dev.heapwright.diagnostic.Location;
import java.nio.file.Path;
import java.util.List;

/** The problems of an image that cannot be linked. Nothing in it has been changed then. */
final class NotLinkable {
    private NotLinkable() {}

    /**
     * {@return a problem}
     *
     * @param place the image, or a file in it
     * @param reason as a clause about "it"
     * @param help what to do
     */
    static DiagnosticException problem(Path place, String reason, String help) {
        return new DiagnosticException(List.of(
                Diagnostic.error(DiagnosticId.NOT_LINKABLE, "the image cannot be linked to an allocator: " + reason)
                        .at(new Location.File(place.toString()))
                        .withHelp(help)));
    }

    /** {@return the problem of an image for a system on which processes cannot be linked} */
    static DiagnosticException otherSystem(Path place, String reason) {
        return problem(place, reason, "link images for Linux with glibc only; on other systems, leave out link-image");
    }
}
