package dev.heapwright.core.link;

import dev.heapwright.core.name.Coordinates;
import dev.heapwright.core.name.UnknownName;
import dev.heapwright.diagnostic.Diagnostic;
import dev.heapwright.diagnostic.DiagnosticException;
import dev.heapwright.diagnostic.DiagnosticId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What is linked if nothing is linked explicitly. */
public sealed interface DefaultAllocator {
    /** The values that users can configure. */
    List<String> NAMES = List.of("default", "none", "system", "jemalloc", "mimalloc");

    /** No default: a module that needs an allocator has to depend on one. */
    record None() implements DefaultAllocator {}

    /**
     * An allocator that is shipped with the heap.
     *
     * @param allocator which one
     * @param configured whether the user has chosen it
     */
    record Shipped(ShippedAllocator allocator, boolean configured) implements DefaultAllocator {}

    /**
     * {@return the built-in default for a kind of module: jemalloc for one that has the JVM to itself; for one that
     * shares the JVM, the C library's malloc, which is in use there anyway}
     *
     * @param kind what is linked
     */
    static DefaultAllocator builtIn(Kind kind) {
        return new Shipped(kind == Kind.APPLICATION ? ShippedAllocator.JEMALLOC : ShippedAllocator.SYSTEM, false);
    }

    /**
     * {@return the default for a kind of module, taking the configuration into account}
     *
     * @param kind what is linked
     * @param configured the configured values, most specific first: {@code default}, {@code none} or the short name of
     *     a shipped allocator; null, blank and {@code default} defer to the next
     * @param dialect how help is written
     * @throws DiagnosticException if it is none of these
     */
    static DefaultAllocator configured(Kind kind, List<@Nullable String> configured, Dialect dialect)
            throws DiagnosticException {
        Optional<String> first = configured.stream()
                .flatMap(Stream::ofNullable)
                .filter(DefaultAllocator::isNamed)
                .map(String::strip)
                .findFirst();
        return first.isEmpty() ? builtIn(kind) : parse(first.get(), dialect);
    }

    /**
     * {@return whether a configured value says what to link, and does not defer to the next}
     *
     * @param configured the value, if there is one
     */
    static boolean isNamed(@Nullable String configured) {
        return configured != null
                && !configured.isBlank()
                && !configured.strip().equals("default");
    }

    private static DefaultAllocator parse(String text, Dialect dialect) throws DiagnosticException {
        Optional<ShippedAllocator> shipped = ShippedAllocator.of(text);
        if (text.equals("none")) {
            return new None();
        } else if (shipped.isPresent()) {
            return new Shipped(shipped.get(), true);
        }
        throw new DiagnosticException(List.of(unknown(text, dialect)));
    }

    private static Diagnostic unknown(String text, Dialect dialect) {
        Diagnostic problem =
                Diagnostic.error(DiagnosticId.INVALID_CONFIGURATION, UnknownName.headline("allocator", text, NAMES));
        return Coordinates.parse(text)
                .filter(artifact -> artifact.classifier().isEmpty())
                .map(artifact -> problem.withHelp(
                                "to link your own allocator, leave this parameter out, and depend on it:")
                        .withHelp(dialect.dependency(artifact))
                        .withHelp("the parameter only accepts default, none, system, jemalloc or mimalloc"))
                .orElseGet(() -> problem.withHelp("set it to default, none, system, jemalloc or mimalloc"));
    }
}
