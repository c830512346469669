package dev.heapwright.linker.artifact;

import dev.heapwright.core.bytecode.ClassFile;
import dev.heapwright.core.bytecode.MalformedClassFileException;
import dev.heapwright.core.contract.ClassShape;
import dev.heapwright.core.contract.Contract;
import dev.heapwright.core.contract.ContractRules;
import dev.heapwright.core.link.Artifact;
import dev.heapwright.core.link.Dialect;
import dev.heapwright.core.reach.EnclosingScopes;
import dev.heapwright.diagnostic.Diagnostic;
import dev.heapwright.diagnostic.DiagnosticId;
import dev.heapwright.diagnostic.Location;
import dev.heapwright.linker.module.JavaModule;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Finds annotated classes for which there is no marker: the processor has not seen them, so nobody has checked them and
 * nobody who depends on the module would know of them. A class within a method is not shown to any processor.
 */
public final class UnmarkedClasses {
    /** What a class file with an annotation of Heapwright's has somewhere in it. */
    private static final String MENTION = "Ldev/heapwright/annotations/";

    private static final String PACKAGE = "." + EnclosingScopes.PACKAGE_INFO;
    private static final String MODULE = "module-info";

    /** The annotation on each class that Kotlin's compiler wrote. */
    private static final String KOTLIN = "kotlin.Metadata";

    private final Artifact module;
    private final String moduleName;
    private final TreeSet<String> found = new TreeSet<>();
    private final List<Diagnostic> local = new ArrayList<>();
    private boolean kotlin;

    private UnmarkedClasses(Artifact module, String moduleName) {
        this.module = module;
        this.moduleName = moduleName;
    }

    /**
     * {@return what is wrong: an error for each annotated class within a method, and one for all others}
     *
     * @param classes the module's class folder
     * @param module what its markers say
     * @param heapwright version of the processor that goes with this linker
     * @param dialect how help is written
     * @throws IOException if a file cannot be read
     */
    public static List<Diagnostic> problems(Path classes, Artifact module, String heapwright, Dialect dialect)
            throws IOException {
        String moduleName = JavaModule.in(classes).map(JavaModule::name).orElse("");
        UnmarkedClasses unmarked = new UnmarkedClasses(module, moduleName);
        try (ArtifactFiles files = ArtifactFiles.open(classes)) {
            for (String file : classFiles(files)) {
                unmarked.look(files.readClassFile(file).orElseThrow(), files.display(file));
            }
        }
        if (!unmarked.found.isEmpty()) {
            unmarked.local.add(unmarked.diagnostic(heapwright, dialect));
        }
        return List.copyOf(unmarked.local);
    }

    /**
     * {@return the canonical name of a class that is annotated as an allocator, if there is one}
     *
     * @param files of an artifact that has no markers
     * @throws IOException if a file cannot be read
     */
    static Optional<String> allocator(ArtifactFiles files) throws IOException {
        for (String name : classFiles(files)) {
            byte[] bytes = files.readClassFile(name).orElseThrow();
            if (isAnnotated(bytes)) {
                try {
                    ClassFile file = ClassFile.read(bytes);
                    if (file.annotations().contains(Contract.ALLOCATOR_ANNOTATION)) {
                        return Optional.of(file.canonicalName());
                    }
                } catch (MalformedClassFileException e) {
                    // No JVM can load it either.
                }
            }
        }
        return Optional.empty();
    }

    private static List<String> classFiles(ArtifactFiles files) throws IOException {
        return files.below("").stream()
                .filter(file -> file.endsWith(".class"))
                .filter(file -> !file.startsWith("META-INF/") || file.startsWith(ArtifactFiles.VERSIONS))
                .toList();
    }

    /** Nearly all class files mention no annotation of Heapwright's: they need not be parsed. */
    private static boolean isAnnotated(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1).contains(MENTION);
    }

    private void look(byte[] bytes, String place) {
        if (!isAnnotated(bytes)) {
            return;
        }
        try {
            ClassFile file = ClassFile.read(bytes);
            boolean allocator = file.annotations().contains(Contract.ALLOCATOR_ANNOTATION);
            if (allocator && file.shape().nesting() == ClassShape.Nesting.LOCAL) {
                ContractRules.errors(file.shape()).stream()
                        .limit(1)
                        .map(violation -> violation.diagnostic().at(new Location.File(place)))
                        .forEach(local::add);
            } else if (allocator
                    && Stream.concat(module.allocators().stream(), module.available().stream())
                            .noneMatch(each -> each.type().binary().equals(file.name()))) {
                found(file, file.canonicalName() + " is annotated @Allocator");
            }
            if (file.annotations().contains(Contract.NEEDS_ALLOCATOR_ANNOTATION) && !isMarkedConsumer(file.name())) {
                found(file, described(file) + " is annotated @NeedsAllocator");
            }
        } catch (MalformedClassFileException e) {
            // No JVM can load it either, so nobody is bound to it or by it.
        }
    }

    private void found(ClassFile file, String what) {
        found.add(what);
        kotlin |= file.annotations().contains(KOTLIN);
    }

    private boolean isMarkedConsumer(String name) {
        return module.consumers().contains(name.equals(MODULE) ? moduleName : withoutSuffix(name));
    }

    private String described(ClassFile file) {
        String name = file.name();
        return name.equals(MODULE)
                ? "the module " + moduleName
                : name.endsWith(PACKAGE) ? "the package " + withoutSuffix(name) : file.canonicalName();
    }

    private static String withoutSuffix(String name) {
        return name.endsWith(PACKAGE) ? name.substring(0, name.length() - PACKAGE.length()) : name;
    }

    private Diagnostic diagnostic(String heapwright, Dialect dialect) {
        Diagnostic diagnostic = Diagnostic.error(
                DiagnosticId.NOT_VALIDATED,
                "%s has annotated classes that Heapwright's annotation processor has not processed"
                        .formatted(module.coordinates().versionless()));
        for (String each : found) {
            diagnostic = diagnostic.withDetail(each);
        }
        return kotlin
                ? dialect.at(Dialect.Subject.KOTLIN_PROCESSOR, diagnostic)
                        .withHelp("javac does not see Kotlin's sources: have Kotlin's compiler run it;")
                        .withHelp(dialect.kotlinProcessor(heapwright))
                : dialect.at(Dialect.Subject.PROCESSOR, diagnostic)
                        .withHelp(
                                "have the compiler run it; from Java 23 on, javac runs no processor that it is not told of;")
                        .withHelp(dialect.processor(heapwright));
    }
}
