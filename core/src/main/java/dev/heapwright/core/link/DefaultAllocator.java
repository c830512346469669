package dev.heapwright.core.link;

import dev.heapwright.core.diagnostic.Diagnostic;
import dev.heapwright.core.diagnostic.DiagnosticId;
import dev.heapwright.core.diagnostic.RefusedException;
import dev.heapwright.core.name.Coordinates;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What is linked where nothing is linked explicitly. */
public sealed interface DefaultAllocator {

    /** Nothing: a module that needs an allocator has to depend on one. */
    record None() implements DefaultAllocator {}

    /**
     * One that comes with Heapwright.
     *
     * @param allocator which one
     * @param configured whether the user has chosen it
     */
    record Shipped(ShippedAllocator allocator, boolean configured) implements DefaultAllocator {}

    /**
     * One that the user has chosen by its coordinates.
     *
     * @param artifact what holds the allocator
     */
    record Custom(Coordinates artifact) implements DefaultAllocator {}

    /**
     * {@return what is linked to a kind of module unless the user says otherwise: jemalloc to what has the JVM for
     * itself, the C library's malloc to what shares it, which has that allocator in any case}
     *
     * @param kind what is linked
     */
    static DefaultAllocator builtIn(Kind kind) {
        return new Shipped(kind == Kind.APPLICATION ? ShippedAllocator.JEMALLOC : ShippedAllocator.SYSTEM, false);
    }

    /**
     * {@return what is linked to a kind of module, with what the user says}
     *
     * @param kind what is linked
     * @param configured what the user says, the most specific first: {@code default}, {@code none}, the short name of an
     *     allocator that comes with Heapwright, or {@code groupId:artifactId:version}; null, blank and {@code default}
     *     leave it to what comes next
     * @throws RefusedException if it is none of these
     */
    static DefaultAllocator configured(Kind kind, List<@Nullable String> configured) throws RefusedException {
        Optional<String> first = configured.stream()
                .flatMap(Stream::ofNullable)
                .map(String::strip)
                .filter(text -> !text.isEmpty() && !text.equals("default"))
                .findFirst();
        return first.isEmpty() ? builtIn(kind) : parse(first.get());
    }

    private static DefaultAllocator parse(String text) throws RefusedException {
        Optional<ShippedAllocator> shipped = ShippedAllocator.of(text);
        if (text.equals("none")) {
            return new None();
        } else if (shipped.isPresent()) {
            return new Shipped(shipped.get(), true);
        }
        String[] parts = text.split(":", -1);
        try {
            if (parts.length == 3) {
                return new Custom(new Coordinates(parts[0], parts[1], parts[2]));
            }
        } catch (IllegalArgumentException e) {
            // Refused below, like everything else that is none of the forms.
        }
        throw new RefusedException(
                List.of(Diagnostic.error(DiagnosticId.INVALID_CONFIGURATION, "there is no allocator '" + text + "'")
                        .withHelp("name default, none, system, jemalloc, mimalloc or groupId:artifactId:version")));
    }
}
