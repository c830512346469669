package dev.heapwright.core.elf;

/** What readelf prints about a file that contradicts itself. */
final class Complaints {
    private Complaints() {}

    static boolean isOne(String line) {
        return line.startsWith("readelf: ") || line.contains("<corrupt") || line.contains("<no-strings>");
    }
}
