package dev.heapwright.linker.launcher;

import dev.heapwright.core.elf.Machine;
import dev.heapwright.core.process.ProcessAllocator;
import dev.heapwright.diagnostic.Diagnostic;
import dev.heapwright.diagnostic.DiagnosticId;
import dev.heapwright.diagnostic.DiagnosticRenderer;
import dev.heapwright.linker.process.ProcessLibraryReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** The script of a launcher, for each POSIX shell: a template, and what is known when it is made. */
final class LauncherScript {
    private LauncherScript() {}

    /**
     * {@return its text}
     *
     * @param libraries of the allocator, of which the script knows the SHA-256
     */
    static String of(ProcessAllocator allocator, Map<Machine, ProcessLibraryReader.Library> libraries) {
        String processors = libraries.entrySet().stream()
                .map(library -> "    %s) platform=%s sha256=%s ;;"
                        .formatted(
                                name(library.getKey()),
                                Launcher.platform(library.getKey()),
                                library.getValue().sha256()))
                .sorted()
                .collect(Collectors.joining("\n"));
        return template()
                .replace("@script@", Launcher.SCRIPT)
                .replace("@allocator@", allocator.id())
                .replace("@library@", allocator.library())
                .replace("@processors@", processors)
                .replace("@problem@", problem());
    }

    /** The shell puts in the two arguments of its function. */
    private static String problem() {
        return DiagnosticRenderer.render(
                Diagnostic.error(DiagnosticId.PROCESS_NOT_LINKED, "the program is not started: $1")
                        .withHelp("$2"));
    }

    /** {@return what {@code uname -m} calls a processor} */
    private static String name(Machine machine) {
        return switch (machine) {
            case X64 -> "x86_64";
            case ARM64 -> "aarch64";
            case PPC64LE -> "ppc64le";
            case RISCV64 -> "riscv64";
        };
    }

    private static String template() {
        String name = "heapwright-launch.sh";
        try (InputStream template = Objects.requireNonNull(LauncherScript.class.getResourceAsStream(name), name)) {
            return new String(template.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
