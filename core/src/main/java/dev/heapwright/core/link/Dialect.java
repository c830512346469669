package dev.heapwright.core.link;

import dev.heapwright.core.name.Coordinates;
import dev.heapwright.diagnostic.Diagnostic;
import dev.heapwright.diagnostic.Location;

/**
 * How the help of a diagnostic is written for a build tool. Each text has one or more lines; code is ready to be
 * pasted.
 */
public interface Dialect {
    /**
     * {@return a dependency}
     *
     * @param artifact what is depended on
     */
    String dependency(Coordinates artifact);

    /**
     * {@return where the dependency is declared that brings an artifact in}
     *
     * @param path from the module to the artifact; the second step is the dependency
     */
    default Location declaration(DependencyPath path) {
        return new Location.Unknown();
    }

    /**
     * {@return the dependency that brings an artifact in, with an exclusion of that; where there is no form for it, the artifact}
     *
     * @param path from the module to the artifact, of three or more steps: the second is the dependency
     */
    String exclusion(DependencyPath path);

    /**
     * {@return the setting that compiles a module for a Java release}
     *
     * @param release such as 22
     */
    String release(int release);

    /** {@return how to declare a dependency for tests only, as a clause: {@code declare it as testImplementation}} */
    String testsOnly();

    /** {@return the setting that disables the default allocator, which help says to remove} */
    String noDefault();

    /** Something in a build that a problem may speak of. */
    enum Subject {
        /** The setting for the default allocator. */
        DEFAULT_ALLOCATOR,
        /** What runs annotation processors. */
        PROCESSOR,
        /** What runs annotation processors on Kotlin's sources. */
        KOTLIN_PROCESSOR,
        /** What leaves sources out of a compilation. */
        SOURCE_FILTER,
        /** What generates glue. */
        BINDING,
        /** What merges jars. */
        MERGED_JAR
    }

    /**
     * {@return a problem at the place where its subject is configured, or unchanged if that is unknown}
     *
     * @param subject that it speaks of
     * @param problem with that
     */
    default Diagnostic at(Subject subject, Diagnostic problem) {
        return problem;
    }

    /**
     * {@return a problem at the place where the manifest of a jar is configured, or unchanged if that is unknown}
     *
     * @param change that the manifest lacks
     * @param problem with that
     */
    default Diagnostic atManifest(ManifestChange change, Diagnostic problem) {
        return problem;
    }

    /**
     * {@return the setting for the kind of a module, after a line that says where it belongs}
     *
     * @param kind the kind
     */
    String kind(Kind kind);

    /**
     * {@return the setting that makes the compiler run the annotation processor, after a line that says where it
     * belongs}
     *
     * @param version of Heapwright
     */
    String processor(String version);

    /**
     * {@return the setting that makes Kotlin's compiler run the annotation processor, after a line that says where it
     * belongs}
     *
     * @param version of Heapwright
     */
    String kotlinProcessor(String version);

    /** {@return how glue is generated in a build, as a clause, or a clause and lines to paste} */
    String bind();

    /** {@return the setting that merges and relocates service files when jars are merged, after a line that says so} */
    String mergedServices();

    /**
     * {@return the setting that relocates a package when jars are merged, in classes and service files, after a line that
     * says so}
     *
     * @param from the package
     * @param to its new name
     */
    String relocation(String from, String to);

    /**
     * {@return the setting that adds an entry to a manifest, after a line that says where it belongs}
     *
     * @param change the entry and the jar
     */
    String manifestEntry(ManifestChange change);

    /**
     * An entry that a manifest lacks.
     *
     * @param jar the file's name
     * @param merged whether the jar was merged from several artifacts
     * @param createdBy the manifest's Created-By; empty if it does not say
     * @param mainClass the manifest's Main-Class
     * @param entry the name of the entry
     * @param value of the entry
     */
    record ManifestChange(String jar, boolean merged, String createdBy, String mainClass, String entry, String value) {}
}
