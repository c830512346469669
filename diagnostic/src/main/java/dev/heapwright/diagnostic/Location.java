package dev.heapwright.diagnostic;

/** Where a problem is, as far as known. */
public sealed interface Location {

    /** Not in a file, or shown by the reporter: a compiler prints its own location. */
    record Unknown() implements Location {}

    /**
     * A file or an entry of an archive.
     *
     * @param file the path or, for an entry, the archive's path, an exclamation mark and the entry's name
     */
    record File(String file) implements Location {}

    /**
     * A place in source.
     *
     * @param file the path
     * @param line from 1
     * @param column from 1
     */
    record Source(String file, int line, int column) implements Location {}
}
