package dev.heapwright.memory;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Prints the library in which each of some functions of this process is found. */
public final class WhichLibrary {
    private WhichLibrary() {}

    public static void main(String[] functions) throws Exception {
        Symbols process = new ForeignProcess();
        List<String> maps = Files.readAllLines(Path.of("/proc/self/maps"));
        for (String name : functions) {
            System.out.println(name + " " + library(process.find(name).orElseThrow(), maps));
        }
    }

    private static String library(long address, List<String> maps) {
        return maps.stream()
                .filter(line -> contains(line.substring(0, line.indexOf(' ')).split("-"), address))
                .map(line -> line.substring(line.lastIndexOf('/') + 1))
                .findFirst()
                .orElse("nowhere");
    }

    private static boolean contains(String[] range, long address) {
        return Long.compareUnsigned(Long.parseUnsignedLong(range[0], 16), address) <= 0
                && Long.compareUnsigned(address, Long.parseUnsignedLong(range[1], 16)) < 0;
    }
}
