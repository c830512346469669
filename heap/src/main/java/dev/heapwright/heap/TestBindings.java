package dev.heapwright.heap;

import java.net.URL;
import java.security.CodeSource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Tells which of the bindings that were found are for the tests of one module only: they must not bind anybody who has a jar
 * of these tests, or the class folder of another module's tests, on the class path.
 */
final class TestBindings {
    private TestBindings() {}

    /**
     * Leaves those that count: if there is a binding that is not for tests, no other; if not, the first that is in a folder, as a
     * module's own tests are before all else on their class path.
     *
     * @param found in the order of the class path
     * @return those that do not count
     */
    static List<Binding> takeOut(List<Binding> found) {
        boolean program = found.stream().anyMatch(each -> !each.isForTests());
        @Nullable
        Binding own = program
                ? null
                : found.stream().filter(each -> !isInJar(each)).findFirst().orElse(null);
        List<Binding> foreign = found.stream()
                .filter(each -> each.isForTests() && !each.equals(own))
                .toList();
        found.removeAll(foreign);
        return foreign;
    }

    /** Where there are no jars, such as in a native image, the location is not known. A folder in a jar is part of it. */
    static boolean isInJar(Binding binding) {
        @Nullable URL location = location(binding);
        return location != null
                && !(location.getProtocol().equals("file") && location.getPath().endsWith("/"));
    }

    /** {@return where a binding comes from; null if that is not known} */
    static @Nullable URL location(Binding binding) {
        @Nullable CodeSource source = binding.getClass().getProtectionDomain().getCodeSource();
        return source == null ? null : source.getLocation();
    }
}
