package dev.heapwright.linker.audit;

import dev.heapwright.core.bytecode.MemoryPlaces;
import dev.heapwright.linker.artifact.PlainJar;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Finds the files of a jar that may take native memory, in one pass in which nothing is created for the others, which are
 * nearly all. A file is omitted only if it certainly takes none; the rest is read again, in full.
 */
final class SuspectFiles {
    /** In bytes; larger constants are read in full. It bounds what is read of a jar to 4 GiB, as a plain one has 65,535 files. */
    private static final int LARGEST = 1 << 16;

    /** For most class files, to have read twice its size in the jar is to have read all constants. */
    private static final int USUAL_RATIO = 2;

    private final PlainJar jar;
    private final byte[] buffer = new byte[LARGEST];

    private SuspectFiles(PlainJar jar) {
        this.jar = jar;
    }

    /** {@return the paths of the files that have to be read; empty if it is not known which, so that all have} */
    static Optional<List<String>> in(Path artifact) {
        Optional<PlainJar> plain = PlainJar.open(artifact);
        if (plain.isEmpty()) {
            return Optional.empty();
        }
        try (PlainJar jar = plain.get()) {
            return Optional.of(new SuspectFiles(jar).find());
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private List<String> find() throws IOException {
        List<String> suspects = new ArrayList<>();
        for (PlainJar.Entry file : jar.files()) {
            if (!jar.start(file) || !takesNone(file)) {
                suspects.add(file.name());
            }
        }
        return suspects;
    }

    private boolean takesNone(PlainJar.Entry file) {
        if (!file.name().endsWith(".class")) {
            int length = jar.read(buffer, 0, FileType.START);
            return length >= 0 && FileType.of(file.name(), Arrays.copyOf(buffer, length)) == FileType.OTHER;
        }
        int first = Math.min(file.compressed(), LARGEST / USUAL_RATIO) * USUAL_RATIO;
        int length = jar.read(buffer, 0, first);
        if (length < 0 || MemoryPlaces.areNone(buffer, length)) {
            return length >= 0;
        }
        length = jar.read(buffer, length, LARGEST);
        return length >= 0 && MemoryPlaces.areNone(buffer, length);
    }
}
