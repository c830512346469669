package dev.heapwright.linker.audit;

import dev.heapwright.core.bytecode.MemoryPlace;
import dev.heapwright.diagnostic.PrintableText;
import dev.heapwright.linker.process.ProcessMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What an artifact takes in one way.
 *
 * @param source the way, such as {@code direct buffers}
 * @param governor who decides where it comes from
 * @param places where, the most telling first: one of each class, those with the most places before others
 */
public record TakenMemory(String source, Governor governor, List<String> places) {
    /** How many places are shown, where not all are. */
    public static final int SHOWN = 3;

    /** Copies the list. */
    public TakenMemory {
        places = List.copyOf(places);
    }

    /** {@return all that an artifact takes} */
    static List<TakenMemory> of(ArtifactMemory memory, ProcessMode process, boolean suppliesHeap) {
        List<TakenMemory> taken = new ArrayList<>();
        memory.places().stream()
                .collect(Collectors.groupingBy(MemoryPlace::source, LinkedHashMap::new, Collectors.toList()))
                .forEach((source, places) -> taken.add(new TakenMemory(
                        source.toString(),
                        suppliesHeap ? Governor.HEAP : Governor.of(source, process),
                        mostTellingFirst(places))));
        memory.libraries().stream()
                .filter(library -> !library.functions().isEmpty())
                .collect(Collectors.groupingBy(
                        library -> Governor.of(library, process), LinkedHashMap::new, Collectors.toList()))
                .forEach((governor, libraries) -> taken.add(new TakenMemory(
                        "native libraries",
                        suppliesHeap ? Governor.HEAP : governor,
                        libraries.stream().map(TakenMemory::text).toList())));
        if (!memory.unread().isEmpty()) {
            taken.add(new TakenMemory(
                    "not read",
                    Governor.UNKNOWN,
                    memory.unread().stream().map(TakenMemory::text).toList()));
        }
        return taken;
    }

    /** {@return the most telling places, and whether there are more} */
    public String shown() {
        return places.stream().limit(SHOWN).collect(Collectors.joining(", ")) + (places.size() > SHOWN ? ", ..." : "");
    }

    private static String text(NativeLibrary library) {
        return PrintableText.of(library.path()) + " (" + String.join(", ", library.functions()) + ")";
    }

    private static String text(ArtifactMemory.Unread file) {
        return PrintableText.of(file.path().isEmpty() ? file.reason() : file.path() + ": " + file.reason());
    }

    private static List<String> mostTellingFirst(List<MemoryPlace> places) {
        List<List<MemoryPlace>> byType = places.stream()
                .collect(Collectors.groupingBy(MemoryPlace::type, LinkedHashMap::new, Collectors.toList()))
                .values()
                .stream()
                .sorted(Comparator.comparingInt(each -> -each.size()))
                .toList();
        return Stream.concat(
                        byType.stream().map(each -> each.get(0)),
                        byType.stream().flatMap(each -> each.stream().skip(1)))
                .map(place -> PrintableText.of(place.name()))
                .toList();
    }
}
