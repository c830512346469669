package dev.heapwright.core.marker;

import dev.heapwright.core.contract.Contract;
import dev.heapwright.core.name.ClassName;
import dev.heapwright.core.name.Coordinates;
import dev.heapwright.core.name.JavaNames;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * One fact about an artifact, recorded in it as a resource of its own under {@code META-INF/heapwright}: its name says
 * what it is about, its content are {@code key=value} lines in UTF-8, {@code contract} first and the others sorted.
 * One resource for each fact, so that compiling one class again touches nothing that belongs to another.
 */
public sealed interface Marker {
    /** The folder that all markers are in, with a slash at the end. */
    String FOLDER = "META-INF/heapwright/";

    /**
     * {@return where it is recorded, with slashes, from the root of the jar or class folder}
     */
    String path();

    /**
     * {@return the class files of which one, if it is there, can prove the fact; with slashes, from the root of the jar
     * or class folder}
     */
    List<String> proofs();

    /**
     * {@return the lines after the first, by key}
     */
    Map<String, String> values();

    /**
     * {@return the whole content; the same for the same fact, on every machine and every day}
     */
    default String content() {
        return new TreeMap<>(values())
                .entrySet().stream()
                        .map(entry -> entry.getKey() + "=" + entry.getValue() + "\n")
                        .collect(Collectors.joining("", "contract=" + Contract.V1.version() + "\n", ""));
    }

    /**
     * A class is an allocator.
     *
     * @param type the class
     */
    record OfAllocator(ClassName type) implements Marker {
        /** The folder of these markers, with a slash at the end. */
        public static final String FOLDER = Marker.FOLDER + "allocator/";

        @Override
        public String path() {
            return FOLDER + type.binary();
        }

        @Override
        public List<String> proofs() {
            return List.of(type.classFile());
        }

        @Override
        public Map<String, String> values() {
            return Map.of("name", type.canonical());
        }
    }

    /**
     * A class, package or module needs an allocator.
     *
     * @param element a class's binary name, or the name of a package or module
     */
    record OfNeed(String element) implements Marker {
        /** The folder of these markers, with a slash at the end. */
        public static final String FOLDER = Marker.FOLDER + "needs-allocator/";

        /**
         * Checks the name.
         *
         * @throws IllegalArgumentException if it is not a name
         */
        public OfNeed {
            if (!JavaNames.isQualifiedName(element)) {
                throw new IllegalArgumentException("'" + element + "' is not the name of a class, package or module");
            }
        }

        @Override
        public String path() {
            return FOLDER + element;
        }

        @Override
        public List<String> proofs() {
            String file = element.replace('.', '/');
            return List.of(file + ".class", file + "/package-info.class", "module-info.class");
        }

        @Override
        public Map<String, String> values() {
            return Map.of();
        }
    }

    /**
     * The artifact is bound: it carries glue.
     *
     * @param allocator the class it is bound to
     * @param artifact what holds that class
     * @param reason why it was linked, as the build's log says it: 1 to 300 ASCII letters, digits, spaces and {@code
     *     _.,:-}
     * @param glue the generated class
     */
    record OfBinding(ClassName allocator, Coordinates artifact, String reason, ClassName glue) implements Marker {
        /** The folder of these markers, with a slash at the end. */
        public static final String FOLDER = Marker.FOLDER + "binding/";

        /** Printed, and written into a string of the glue. */
        private static final Pattern REASON = Pattern.compile("[A-Za-z0-9 _.,:-]{1,300}");

        /**
         * Checks the reason.
         *
         * @throws IllegalArgumentException if it has other characters than a reason may have
         */
        public OfBinding {
            if (!REASON.matcher(reason).matches()) {
                throw new IllegalArgumentException("its reason has characters that a reason has not");
            }
        }

        @Override
        public String path() {
            return FOLDER + allocator.binary();
        }

        @Override
        public List<String> proofs() {
            return List.of(glue.classFile());
        }

        @Override
        public Map<String, String> values() {
            return Map.of(
                    "name", allocator.canonical(),
                    "groupId", artifact.groupId(),
                    "artifactId", artifact.artifactId(),
                    "version", artifact.version(),
                    "reason", reason,
                    "glue", glue.binary());
        }
    }
}
