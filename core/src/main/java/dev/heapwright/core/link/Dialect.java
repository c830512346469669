package dev.heapwright.core.link;

import dev.heapwright.core.name.Coordinates;

/**
 * How a build tool writes what the help of a diagnostic asks for. Each text is one line or several; what is code is ready
 * to be pasted.
 */
public interface Dialect {
    /**
     * {@return a dependency}
     *
     * @param artifact what is depended on
     */
    String dependency(Coordinates artifact);

    /**
     * {@return what leaves an artifact out, in the dependency that brings it in}
     *
     * @param artifact what is left out; its version is of no meaning
     */
    String exclusion(Coordinates artifact);

    /**
     * {@return what has a module compiled for a Java release}
     *
     * @param release such as 22
     */
    String release(int release);

    /** {@return what has a dependency used by the tests only, as a clause: {@code declare it as testImplementation}} */
    String testsOnly();

    /** {@return what turns the default allocator off: the user is told to remove it} */
    String noDefault();

    /**
     * {@return what has the compiler run the annotation processor, after a line that says where that is said}
     *
     * @param version of Heapwright
     */
    String processor(String version);

    /** {@return what has service files merged and relocated where jars are merged into one, after a line that says so} */
    String mergedServices();

    /**
     * {@return what adds an entry to a manifest, after a line that says where that is said}
     *
     * @param change the entry and the jar
     */
    String manifestEntry(ManifestChange change);

    /**
     * An entry that a manifest lacks.
     *
     * @param jar the file's name
     * @param merged whether the jar holds what several artifacts held
     * @param createdBy the manifest's Created-By; empty if it does not say
     * @param mainClass the manifest's Main-Class
     * @param entry the name of the entry
     * @param value of the entry
     */
    record ManifestChange(String jar, boolean merged, String createdBy, String mainClass, String entry, String value) {}
}
