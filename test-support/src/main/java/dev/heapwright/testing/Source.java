package dev.heapwright.testing;

import java.net.URI;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.SimpleJavaFileObject;

/** A Java source in memory. */
public final class Source extends SimpleJavaFileObject {
    private static final Pattern PACKAGE = Pattern.compile("(?m)^(?:@.* )?package (.+);");
    private static final Pattern MODULE = Pattern.compile("(?m)^(?:@.* )?(?:open )?module .+ \\{");
    private static final Pattern TYPE = Pattern.compile(
            "(?m)^(?:public |abstract |final |sealed |@[\\w.]+ )*(?:class|@?interface|enum|record) ([^\\s(<]+)");

    private final String path;
    private final String text;

    private Source(String path, String text) {
        super(URI.create("memory:/" + path.replace("$", "%24")), Kind.SOURCE);
        this.path = path;
        this.text = text;
    }

    /**
     * {@return a source in a file named after its package and first type}
     *
     * @param text of a type, or of a module's or package's declaration
     */
    public static Source of(String text) {
        if (MODULE.matcher(text).find()) {
            return new Source("module-info.java", text);
        }
        String packageName = find(PACKAGE, text, "").replace('.', '/');
        String folder = packageName.isEmpty() ? "" : packageName + "/";
        return new Source(folder + find(TYPE, text, "package-info") + ".java", text);
    }

    /**
     * {@return a source in a file}
     *
     * @param path from the root of the sources, such as {@code com/acme/Pool.java}
     * @param text its whole content
     */
    public static Source of(String path, String text) {
        return new Source(path, text);
    }

    private static String find(Pattern pattern, String text, String otherwise) {
        Matcher matcher = pattern.matcher(text);
        return matcher.find() ? matcher.group(1) : otherwise;
    }

    /** {@return its path from the root of the sources, such as {@code com/acme/Pool.java}} */
    public String path() {
        return path;
    }

    @Override
    public String getCharContent(boolean ignoreEncodingErrors) {
        return text;
    }
}
