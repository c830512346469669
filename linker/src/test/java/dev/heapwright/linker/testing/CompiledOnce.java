package dev.heapwright.linker.testing;

import dev.heapwright.linker.build.Sha256;
import dev.heapwright.testing.Javac;
import dev.heapwright.testing.JavacResult;
import dev.heapwright.testing.Source;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * The results of compilations in this JVM. Hundreds of tests begin with the same few classes; compiling them anew took
 * longer than what is tested.
 */
final class CompiledOnce {
    private static final Map<List<Object>, JavacResult> RESULTS = new ConcurrentHashMap<>();

    private CompiledOnce() {}

    /**
     * {@return the result of a compilation, or of an earlier one of the same sources with the same classes}
     *
     * @param javac its options name no file that changes; all that have a processor have the same
     * @param unchanged those entries of its class path that are the same in each test
     * @param sources by path
     * @throws IllegalArgumentException if the compiler reports anything, with its messages
     */
    static JavacResult of(Javac javac, List<Path> unchanged, Map<String, String> sources) {
        List<Object> inputs = List.of(
                javac.options(),
                javac.processors().size(),
                javac.classPath().stream()
                        .map(entry -> unchanged.contains(entry) ? entry : contents(entry))
                        .toList(),
                Map.copyOf(sources));
        return RESULTS.computeIfAbsent(
                inputs,
                key -> javac.compile(sources.entrySet().stream()
                                .map(source -> Source.of(source.getKey(), source.getValue()))
                                .toList())
                        .quiet());
    }

    /** {@return the digests of the files of a jar or a class folder: each test has its own, and some damage it} */
    private static Map<String, String> contents(Path entry) {
        try (Stream<Path> walk = Files.exists(entry) ? Files.walk(entry) : Stream.of()) {
            Map<String, String> contents = new TreeMap<>();
            for (Path file : walk.filter(Files::isRegularFile).toList()) {
                contents.put(
                        entry.relativize(file).toString(),
                        HexFormat.of().formatHex(Sha256.of(Files.readAllBytes(file))));
            }
            return contents;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
