package dev.heapwright.processor;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/**
 * A library in class files: {@code lib.Entry} references classes of many kinds, whose names begin with {@code M}, and
 * the first class of a path to a consumer, which is longer than any path from {@code lib.Entry} to those.
 */
final class MangledLibrary {
    private static final List<String> SOURCES = List.of("""
            package lib;

            public final class Entry {
                public static long use() throws Exception {
                    Object[] all = {new M0(1), M1.Inner.ONE, M2.class, new M3<>(), new M4(1, "a"), M5.ONE, M6.run(null), new M7()};
                    return Way.go(all.length);
                }
            }
            """, """
            package lib;

            final class Way {
                static long go(long a) { return new Farther().go(a); }
            }
            """, """
            package lib;

            final class Farther {
                long go(long a) { return Consumer.take(a); }
            }
            """, """
            package lib;

            @dev.heapwright.annotations.NeedsAllocator
            final class Consumer {
                static long take(long a) { return a; }
            }
            """, """
            package lib;

            @M2(value = 3, types = {M0.class, long[].class}, nested = @M2.Nested("a"))
            public class M0 implements java.io.Serializable {
                static final long CONSTANT = 7L;
                static final String TEXT = "text";
                @Deprecated protected transient volatile M1.Inner[][] field;
                public M0(long a) throws java.io.IOException, IllegalStateException { field = null; }
            }
            """, """
            package lib;

            public abstract class M1<T extends Comparable<? super T> & Runnable> extends java.util.AbstractList<M3<T, M0>> {
                public enum Inner { ONE { @Override long size() { return 2; } }; long size() { return 1; } }
                public class Inmost { class Deeper { M1<T>.Inmost outer; } }
                static <E extends Exception> void run(Class<? extends E>... classes) throws E {}
            }
            """, """
            package lib;

            @java.lang.annotation.Retention(java.lang.annotation.RetentionPolicy.RUNTIME)
            public @interface M2 {
                int value() default 1;
                Class<?>[] types() default {};
                Nested nested() default @Nested("x");
                M5.Kind kind() default M5.Kind.FIRST;
                @interface Nested { String value(); }
            }
            """, """
            package lib;

            public class M3<A, B> {
                java.util.function.Function<A, B> f = a -> { Runnable r = M6::go; r.run(); return null; };
                Object o = new Object() { @Override public String toString() { return f + "x" + o; } };
                void local() { record Point(int x) {} new Point(1).x(); }
            }
            """, """
            package lib;

            public record M4(@M2 long size, String... names) {
                public M4 { switch (names[0]) { case "a" -> size = 2; case "b" -> throw new IllegalStateException(); default -> size++; } }
            }
            """, """
            package lib;

            public sealed interface M5 permits M5.Kind {
                M5 ONE = Kind.FIRST;
                enum Kind implements M5 { FIRST, SECOND }
                default int order() { return switch ((Kind) this) { case FIRST -> 1; case SECOND -> 2; }; }
            }
            """, """
            package lib;

            public interface M6 extends java.util.function.Supplier<M4> {
                static void go() { try { M0.class.newInstance(); } catch (ReflectiveOperationException | Error e) { throw new IllegalStateException(e); } finally { assert M5.ONE != null; } }
                static Object run(M6 m) { return m == null ? (M6) () -> new M4(1) : m.get(); }
            }
            """, """
            package lib;

            public class M7 extends M3<M1<?>, M6[]> {}
            """);

    private final Map<String, byte[]> sound;

    MangledLibrary() {
        sound = Compilation.javac().compile(SOURCES.toArray(String[]::new)).classes();
    }

    /** {@return all class files by class name, with those of the many kinds all damaged} */
    Map<String, byte[]> withAllMangled(Random random) {
        Mangler mangler = new Mangler(random);
        Map<String, byte[]> files = new TreeMap<>(sound);
        mangleable().forEach(name -> files.compute(name, (same, bytes) -> mangler.mangle(bytes)));
        return files;
    }

    /** {@return all class files by class name, with one of the many kinds damaged} */
    Map<String, byte[]> withOneMangled(Random random) {
        Map<String, byte[]> files = new TreeMap<>(sound);
        String name = mangleable().get(random.nextInt(mangleable().size()));
        files.compute(name, (same, bytes) -> new Mangler(random).mangle(bytes));
        return files;
    }

    private List<String> mangleable() {
        return sound.keySet().stream().filter(name -> name.startsWith("lib.M")).toList();
    }
}
