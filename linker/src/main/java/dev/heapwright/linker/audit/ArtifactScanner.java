package dev.heapwright.linker.audit;

import dev.heapwright.core.bytecode.ClassFile;
import dev.heapwright.core.bytecode.MalformedClassFileException;
import dev.heapwright.core.bytecode.MemoryPlace;
import dev.heapwright.core.bytecode.MemoryPlaces;
import dev.heapwright.core.elf.ElfRefusedException;
import dev.heapwright.linker.artifact.ArtifactFiles;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * Reads an artifact, and the jars in it. Nothing is unpacked, a name in a jar is never a path in a file system, and whatever
 * cannot be read is recorded. Most files certainly take no memory; these are ruled out first ({@link SuspectFiles}).
 */
final class ArtifactScanner {
    /** In bytes. */
    static final int LARGEST_LIBRARY = 256 << 20;

    /** A jar in a jar in a war in an ear, and one more. */
    static final int DEEPEST = 4;

    private final Set<MemoryPlace> places = new TreeSet<>();
    private final List<NativeLibrary> libraries = new ArrayList<>();
    private final List<String> otherLibraries = new ArrayList<>();
    private final List<ArtifactMemory.Unread> unread = new ArrayList<>();
    private final ReadLimit limit;

    ArtifactScanner(ReadLimit limit) {
        this.limit = limit;
    }

    /**
     * {@return where an artifact takes native memory}
     *
     * @param artifact a jar or a class folder; what does not exist takes none
     */
    static ArtifactMemory scan(Path artifact) {
        return new ArtifactScanner(new ReadLimit(ReadLimit.MOST)).read(artifact);
    }

    ArtifactMemory read(Path artifact) {
        Optional<List<String>> suspects = SuspectFiles.in(artifact);
        if (suspects.isPresent() && suspects.get().isEmpty()) {
            return new ArtifactMemory(List.of(), List.of(), List.of(), List.of());
        }
        try (ArtifactFiles files = ArtifactFiles.open(artifact)) {
            List<String> all = suspects.isPresent() ? suspects.get() : files.all();
            for (String path : all.stream().sorted().distinct().toList()) {
                file(files, path);
            }
        } catch (IOException | RuntimeException e) {
            unread("", e);
        }
        libraries.sort(Comparator.comparing(NativeLibrary::path));
        return new ArtifactMemory(List.copyOf(places), libraries, otherLibraries, unread);
    }

    private void file(ArtifactFiles files, String path) throws ReadLimit.ReachedException {
        try {
            Optional<InputStream> content = files.stream(path);
            if (content.isPresent()) {
                try (InputStream in = content.get()) {
                    file(path, in, 0);
                }
            }
        } catch (ReadLimit.ReachedException e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            unread(path, e);
        }
    }

    private void file(String path, InputStream in, int depth) throws IOException {
        if (path.endsWith(".class")) {
            classFile(path, limit.read(in, ClassFile.LARGEST + 1));
            return;
        }
        byte[] start = limit.read(in, FileType.START);
        switch (FileType.of(path, start)) {
            case ELF -> library(path, limit.read(rest(start, in), LARGEST_LIBRARY + 1));
            case OTHER_LIBRARY -> otherLibraries.add(path);
            case ARCHIVE -> archive(path, rest(start, in), depth + 1);
            case OTHER -> {}
        }
    }

    private static InputStream rest(byte[] start, InputStream in) {
        return new SequenceInputStream(new ByteArrayInputStream(start), in);
    }

    private void classFile(String path, byte[] content) {
        try {
            places.addAll(MemoryPlaces.read(content));
        } catch (MalformedClassFileException e) {
            unread(path, e);
        }
    }

    private void library(String path, byte[] content) {
        if (content.length > LARGEST_LIBRARY) {
            unread.add(new ArtifactMemory.Unread(path, "it is larger than " + LARGEST_LIBRARY + " bytes"));
            return;
        }
        try {
            libraries.add(NativeLibrary.read(path, content));
        } catch (ElfRefusedException e) {
            unread(path, e);
        }
    }

    private void archive(String path, InputStream content, int depth) throws IOException {
        if (depth > DEEPEST) {
            unread.add(new ArtifactMemory.Unread(path, "it is in more than " + DEEPEST + " other archives"));
            return;
        }
        // Not closed, as that would close the archive that it is in.
        ZipInputStream zip = new ZipInputStream(content);
        ZipEntry entry = zip.getNextEntry();
        if (entry == null) {
            unread.add(new ArtifactMemory.Unread(path, "it has no entries, or does not begin with one"));
        }
        for (; entry != null; entry = zip.getNextEntry()) {
            String inner = path + "!/" + entry.getName();
            try {
                file(inner, zip, depth);
                limit.skip(zip);
            } catch (ReadLimit.ReachedException e) {
                throw e;
            } catch (IOException | RuntimeException e) {
                // What follows cannot be found.
                unread(inner, e);
                return;
            }
        }
    }

    private void unread(String path, Exception reason) {
        unread.add(new ArtifactMemory.Unread(path, String.valueOf(reason.getMessage())));
    }
}
