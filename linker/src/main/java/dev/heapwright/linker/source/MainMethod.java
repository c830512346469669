package dev.heapwright.linker.source;

import com.github.javaparser.ast.CompilationUnit;
import com.github.javaparser.ast.Modifier;
import com.github.javaparser.ast.body.ClassOrInterfaceDeclaration;
import com.github.javaparser.ast.body.ConstructorDeclaration;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.body.Parameter;
import com.github.javaparser.ast.body.TypeDeclaration;
import dev.heapwright.diagnostic.Location;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A method that the JVM can start, in a module's sources: {@code public static void main(String[])}, and since Java 25
 * {@code void main()} as well (JLS 12.1.4). An inherited one is not found, and none in a file that declares no class.
 *
 * @param type the canonical name of the class that declares it
 * @param location of its name
 */
public record MainMethod(String type, Location.Source location) {
    /** Only files with this are parsed, and most need no more than the search for the word. */
    private static final Pattern DECLARATION = Pattern.compile("\\bvoid\\s+main\\s*\\(");

    private static final int WITHOUT_ARGUMENTS = 25;

    /**
     * Finds the first.
     *
     * @param roots the module's source roots, which need not exist
     * @param charset of its sources
     * @param release the Java release that they are compiled for
     * @return the first, in the order of the files; empty if there is none, or it cannot be read
     */
    public static Optional<MainMethod> find(List<Path> roots, Charset charset, int release) {
        return SourceFiles.below(roots).files().stream()
                .flatMap(file -> in(file, charset, release).stream())
                .findFirst();
    }

    private static Optional<MainMethod> in(Path file, Charset charset, int release) {
        try {
            String text = new String(Files.readAllBytes(file), charset);
            return text.contains("main") && DECLARATION.matcher(text).find()
                    ? SourceParser.parse(text).unit().flatMap(unit -> in(file, unit, release))
                    : Optional.empty();
        } catch (IOException e) {
            // The compiler says so better.
            return Optional.empty();
        }
    }

    private static Optional<MainMethod> in(Path file, CompilationUnit unit, int release) {
        return unit.getTypes().stream()
                .flatMap(MainMethod::withMembers)
                .flatMap(type -> type.getMethodsByName("main").stream()
                        .filter(method -> isStarted(method, type, release))
                        .map(method ->
                                new MainMethod(type.getFullyQualifiedName().orElseThrow(), location(file, method))))
                .findFirst();
    }

    private static Stream<TypeDeclaration<?>> withMembers(TypeDeclaration<?> type) {
        return Stream.concat(
                Stream.of(type),
                type.getMembers().stream()
                        .flatMap(member -> member.toTypeDeclaration().stream())
                        .flatMap(MainMethod::withMembers));
    }

    private static boolean isStarted(MethodDeclaration method, TypeDeclaration<?> type, int release) {
        if (!method.getType().isVoidType() || !takesArguments(method)) {
            return false;
        }
        boolean isPublic = method.isPublic() || isInterface(type);
        if (release < WITHOUT_ARGUMENTS) {
            return isPublic && method.isStatic() && method.getParameters().size() == 1;
        }
        return !method.isPrivate() && (method.isStatic() || isInstantiable(type));
    }

    private static boolean takesArguments(MethodDeclaration method) {
        return method.getParameters().stream().map(MainMethod::text).toList().equals(List.of("String[]"))
                || method.getParameters().isEmpty();
    }

    private static String text(Parameter parameter) {
        return parameter.getType().asString().replace("java.lang.", "") + (parameter.isVarArgs() ? "[]" : "");
    }

    private static boolean isInterface(TypeDeclaration<?> type) {
        return type instanceof ClassOrInterfaceDeclaration declared && declared.isInterface();
    }

    /** As the JVM instantiates it: by a constructor without parameters that is not private. */
    private static boolean isInstantiable(TypeDeclaration<?> type) {
        Collection<ConstructorDeclaration> constructors = type.getConstructors();
        return type instanceof ClassOrInterfaceDeclaration declared
                && !declared.isInterface()
                && !declared.hasModifier(Modifier.Keyword.ABSTRACT)
                && (declared.isTopLevelType() || declared.isStatic())
                && (constructors.isEmpty()
                        || constructors.stream()
                                .anyMatch(each -> each.getParameters().isEmpty() && !each.isPrivate()));
    }

    private static Location.Source location(Path file, MethodDeclaration method) {
        return method.getName()
                .getBegin()
                .map(begin -> new Location.Source(file.toString(), begin.line, begin.column))
                .orElseThrow();
    }
}
