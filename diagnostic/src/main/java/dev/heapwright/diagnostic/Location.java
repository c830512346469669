package dev.heapwright.diagnostic;

/** Where a problem is, as far as it is known. */
public sealed interface Location {

    /** Not to be found in a file, or shown by whoever reports it: a compiler draws its own. */
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
