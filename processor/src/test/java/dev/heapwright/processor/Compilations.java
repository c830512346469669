package dev.heapwright.processor;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.Compiler;
import com.google.testing.compile.JavaFileObjects;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;

/** Compiles sources with the processor and tells all that the compiler said of them. */
final class Compilations {
    private static final Pattern PACKAGE = Pattern.compile("(?m)^package\\s+([\\w.]+);");
    private static final Pattern TYPE =
            Pattern.compile("(?m)^(?:public )?[\\w ]*?(?:class|interface|enum|record) (\\w+)");

    private Compilations() {}

    /** {@return the compilation of sources, each named by its package and first type} */
    static Compilation compile(String... sources) {
        return Compiler.javac()
                .withOptions("-Xlint:all,-processing", "-parameters")
                .withProcessors(new HeapwrightProcessor())
                .compile(Arrays.stream(sources).map(Compilations::file).toArray(JavaFileObject[]::new));
    }

    /** {@return all that the compiler said, as it prints it, a blank line after each} */
    static String messages(Compilation compilation) {
        StringBuilder messages = new StringBuilder();
        for (Diagnostic<? extends JavaFileObject> diagnostic : compilation.diagnostics()) {
            JavaFileObject file = diagnostic.getSource();
            if (file != null) {
                String path = file.getName();
                messages.append(path.substring(path.lastIndexOf('/') + 1))
                        .append(':')
                        .append(diagnostic.getLineNumber())
                        .append(':')
                        .append(diagnostic.getColumnNumber())
                        .append(": ");
            }
            String kind = diagnostic.getKind().toString().toLowerCase(Locale.ROOT);
            messages.append(kind)
                    .append(": ")
                    .append(diagnostic.getMessage(Locale.ROOT))
                    .append("\n");
        }
        return messages.toString();
    }

    /** {@return the paths of the generated resources that are markers, sorted, with their contents} */
    static List<String> markers(Compilation compilation) {
        return compilation.generatedFiles().stream()
                .filter(file -> file.getName().contains("META-INF/heapwright/"))
                .map(file -> file.getName().replaceFirst(".*(?=META-INF/)", "") + "\n" + content(file))
                .sorted()
                .toList();
    }

    private static String content(JavaFileObject file) {
        try {
            return file.getCharContent(false).toString();
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static JavaFileObject file(String source) {
        if (source.contains("@NeedsAllocator\npackage")) {
            return JavaFileObjects.forSourceString(find(PACKAGE, source) + ".package-info", source);
        }
        if (source.contains("module ")) {
            return JavaFileObjects.forSourceString("module-info", source);
        }
        String packageName = PACKAGE.matcher(source).find() ? find(PACKAGE, source) + "." : "";
        return JavaFileObjects.forSourceString(packageName + find(TYPE, source), source);
    }

    private static String find(Pattern pattern, String source) {
        Matcher matcher = pattern.matcher(source);
        if (!matcher.find()) {
            throw new IllegalArgumentException("no " + pattern + " in\n" + source);
        }
        return matcher.group(1);
    }
}
