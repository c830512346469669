package dev.heapwright.linker.source;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The allocators that a module declares in its sources, found before they are compiled. What cannot be found so is left
 * to the processor and to the goal {@code check}, which see what was compiled: nothing is refused here.
 *
 * @param allocators sorted
 * @param unreadable files and folders of which not everything could be read, sorted: what they declare may be missing
 */
public record SourceAllocators(List<SourceAllocator> allocators, List<Path> unreadable) {
    /** Only files with this word are parsed: neither the annotation nor a namesake can be declared or used without. */
    private static final Pattern WORD = Pattern.compile("\\b" + SourceUnit.ANNOTATION + "\\b");

    /** They declare no types, whatever their annotations say. */
    private static final Set<String> WITHOUT_TYPES = Set.of("package-info.java", "module-info.java");

    /** Copies the lists. */
    public SourceAllocators {
        allocators = List.copyOf(allocators);
        unreadable = List.copyOf(unreadable);
    }

    /**
     * Finds them.
     *
     * @param roots the module's source roots, which need not exist
     * @param charset of its sources
     * @return what was found
     */
    public static SourceAllocators find(List<Path> roots, Charset charset) {
        SourceFiles files = SourceFiles.below(roots);
        SortedSet<Path> unreadable = new TreeSet<>(files.unreadable());
        List<SourceUnit> units = new ArrayList<>();
        for (Path file : files.files()) {
            try {
                String text = new String(Files.readAllBytes(file), charset);
                if (WORD.matcher(text).find()
                        && !WITHOUT_TYPES.contains(file.getFileName().toString())) {
                    SourceParser.Parsed parsed = SourceParser.parse(text);
                    parsed.unit().ifPresent(unit -> units.add(SourceUnit.of(file, unit)));
                    if (!parsed.whole()) {
                        unreadable.add(file);
                    }
                }
            } catch (IOException e) {
                unreadable.add(file);
            }
        }
        Set<String> namesakes = units.stream()
                .filter(SourceUnit::namesake)
                .map(SourceUnit::packageName)
                .collect(Collectors.toUnmodifiableSet());
        return new SourceAllocators(
                units.stream()
                        .flatMap(unit -> unit.allocators(namesakes).stream())
                        .sorted()
                        .toList(),
                List.copyOf(unreadable));
    }
}
