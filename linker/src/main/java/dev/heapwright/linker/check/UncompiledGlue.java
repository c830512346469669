package dev.heapwright.linker.check;

import dev.heapwright.core.link.Decision;
import dev.heapwright.core.link.Dialect;
import dev.heapwright.core.name.ClassName;
import dev.heapwright.diagnostic.Diagnostic;
import dev.heapwright.diagnostic.DiagnosticId;
import dev.heapwright.diagnostic.Location;
import dev.heapwright.linker.build.BuildModule;
import dev.heapwright.linker.glue.Glue;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Glue that is not among a module's compiled classes: the compiler left it out, or it was never generated. */
final class UncompiledGlue {
    private UncompiledGlue() {}

    /** {@return what is wrong if there is a source of glue, and no class of it} */
    static Optional<Diagnostic> ofSource(BuildModule module, Dialect dialect) {
        Path source = source(module);
        if (isCompiled(module) || !Files.isRegularFile(source)) {
            return Optional.empty();
        }
        Diagnostic problem = Diagnostic.error(
                        DiagnosticId.UNCOMPILED_GLUE,
                        "the glue of %s was generated, but not compiled"
                                .formatted(module.coordinates().versionless()))
                .at(new Location.File(source.toString()));
        return Optional.of(dialect.at(Dialect.Subject.SOURCE_FILTER, problem)
                .withHelp("bind must run before the compiler does, and the compiler's includes and excludes must let")
                .withHelp("this file through: " + glue(module).binary().replace('.', '/') + ".java"));
    }

    /** {@return what is wrong if a module is to be bound, and has neither a source nor a class of glue} */
    static Optional<Diagnostic> ofDecision(BuildModule module, Decision decision, Dialect dialect) {
        if (!(decision instanceof Decision.Link link) || isCompiled(module)) {
            return Optional.empty();
        }
        Diagnostic problem = Diagnostic.error(
                DiagnosticId.UNCOMPILED_GLUE,
                "%s must be bound to %s, but no glue was generated"
                        .formatted(module.coordinates().versionless(), link.allocator()));
        return Optional.of(dialect.at(Dialect.Subject.BINDING, problem)
                .withHelp("run bind before the sources are compiled; " + dialect.bind()));
    }

    private static boolean isCompiled(BuildModule module) {
        return Files.isRegularFile(module.classes().resolve(glue(module).classFile()));
    }

    private static Path source(BuildModule module) {
        return module.folders().glueSources().resolve(glue(module).binary().replace('.', '/') + ".java");
    }

    private static ClassName glue(BuildModule module) {
        return Glue.nameFor(module.coordinates());
    }
}
