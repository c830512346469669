package dev.heapwright.linker.source;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.heapwright.diagnostic.Location;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MainMethodTest {
    private static final String NONE = "none";

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it.
    Path root;

    @Test
    void itIsFoundWithItsClassAndPlace() throws IOException {
        Path file = write("com/acme/Main.java", """
                package com.acme;

                public final class Main {
                    public static void main(String[] args) {}
                }
                """);
        assertEquals(
                List.of(new MainMethod(
                        "com.acme.Main", new Location.Source(file.toRealPath().toString(), 4, 24))),
                MainMethod.find(List.of(root), StandardCharsets.UTF_8, 17).stream()
                        .toList());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "class Main { public static void main(String[] args) {} }",
                "class Main { public static void main(String... args) {} }",
                "class Main { static public final void main (java.lang.String args[]) throws Exception {} }",
                "interface Main { static void main(String[] args) {} }",
                "enum Main { A; public static void main(String[] args) {} }",
                "record Main(int a) { public static void main(String[] args) {} }",
                "abstract class Main { private Main() {} public static synchronized\nvoid\nmain(String[] args) {} }"
            })
    void everyJavaStartsAPublicStaticOne(String source) throws IOException {
        assertEquals("com.acme.Main", foundIn(source, 17));
        assertEquals("com.acme.Main", foundIn(source, 25));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "class Main { void main() {} }",
                "class Main { void main(String[] args) {} }",
                "class Main { static void main(String[] args) {} }",
                "class Main { protected static void main() {} }",
                "abstract class Main { private Main() {} static void main() {} }",
                "class Main { Main(int a) {} Main() {} public void main() {} }"
            })
    void java25StartsOthers(String source) throws IOException {
        assertEquals(NONE, foundIn(source, 24));
        assertEquals("com.acme.Main", foundIn(source, 25));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "class Main { private static void main(String[] args) {} }",
                "class Main { public static int main(String[] args) { return 0; } }",
                "class Main { public static void main(String args) {} }",
                "class Main { public static void main(Object[] args) {} }",
                "class Main { public static void main(String[] args, int more) {} }",
                "class Main { public static void mains(String[] args) {} }",
                "class Main { private void main() {} }",
                "class Main { Main(int a) {} void main() {} }",
                "class Main { private Main() {} void main() {} }",
                "class Main { class Inner { void main() {} } }",
                "abstract class Main { abstract void main(); }",
                "interface Main { void main(); }",
                "class Main { void a() { class Local { public static void main(String[] args) {} } } }",
                "class Main { String a = \"public static void main(String[] args) {}\"; }",
                "/* public static void main(String[] args) {} */ class Main { }",
                "class Main { public static void"
            })
    void noJavaStartsAnythingElse(String source) throws IOException {
        assertEquals(NONE, foundIn(source, 25));
    }

    @Test
    void aMemberIsStartedToo() throws IOException {
        assertEquals(
                "com.acme.Tools.Dump",
                foundIn("class Tools { static class Dump { public static void main(String[] args) {} } }", 17));
    }

    @Test
    void ofSeveralTheFirstByFileIsFoundWhereverItsRoot() throws IOException {
        write("b/Zed.java", "public class Zed { public static void main(String[] args) {} }");
        write("a/One.java", "public class One { public static void main(String[] args) {} }");
        assertEquals("One", found(17, root.resolve("b"), root.resolve("a"), root.resolve("absent")));
    }

    private String foundIn(String source, int release) throws IOException {
        write("com/acme/File.java", "package com.acme; " + source);
        return found(release, root);
    }

    private static String found(int release, Path... roots) {
        return MainMethod.find(List.of(roots), StandardCharsets.UTF_8, release)
                .map(MainMethod::type)
                .orElse(NONE);
    }

    private Path write(String file, String text) throws IOException {
        Path path = root.resolve(file);
        Files.createDirectories(path.getParent());
        return Files.writeString(path, text);
    }
}
