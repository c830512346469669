package dev.heapwright.linker.build;

import dev.heapwright.core.link.LinkTarget;
import dev.heapwright.core.name.Coordinates;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/**
 * A module that is being built, or its tests, as its build tool knows it.
 *
 * @param coordinates the module's
 * @param kind what it produces
 * @param release the Java release that it is compiled for, such as 17
 * @param sourceRoots the folders of its sources, which need not exist
 * @param encoding of its sources
 * @param classes the folder of its class files, which need not exist
 * @param folders the folders that its build may write to
 * @param passedOn the dependencies, as {@code groupId:artifactId}, that users of the module inherit
 */
public record BuildModule(
        Coordinates coordinates,
        DetectedKind kind,
        int release,
        List<Path> sourceRoots,
        Charset encoding,
        Path classes,
        Folders folders,
        Set<String> passedOn) {
    /** Copies the collections. */
    public BuildModule {
        sourceRoots = List.copyOf(sourceRoots);
        passedOn = Set.copyOf(passedOn);
    }

    /**
     * The folders that a build may write to.
     *
     * @param build the module's build folder
     * @param glueSources the folder for the glue's source, in the build folder
     * @param glueResources the folder for the glue's resources, in the build folder
     */
    public record Folders(Path build, Path glueSources, Path glueResources) {
        /**
         * {@return folders with the usual names: {@code generated-sources/heapwright} and
         * {@code generated-resources/heapwright}}
         *
         * @param build the module's build folder
         */
        public static Folders in(Path build) {
            return in(build, "sources", "resources");
        }

        /**
         * {@return folders with the usual names, for one of several source sets}
         *
         * @param build the module's build folder
         * @param sources the name of its generated sources: {@code test-sources}
         * @param resources the name of its generated resources: {@code test-resources}
         */
        public static Folders in(Path build, String sources, String resources) {
            return new Folders(
                    build,
                    build.resolve("generated-" + sources + "/heapwright"),
                    build.resolve("generated-" + resources + "/heapwright"));
        }
    }

    /** {@return what linking depends on} */
    public LinkTarget target() {
        return new LinkTarget(kind.kind(), release);
    }
}
