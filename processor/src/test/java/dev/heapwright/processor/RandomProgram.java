package dev.heapwright.processor;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Sources that refer to each other at random, and some that are always there: {@code fuzz.Index}, which needs an
 * allocator, and what else the {@link Grammar} refers to.
 *
 * @param sources the texts of the files
 */
record RandomProgram(List<String> sources) {
    private static final int FILES = 40;
    private static final List<String> PACKAGES = List.of("fuzz", "größe.为", "a$b.c_d");
    private static final List<String> NAMES =
            List.of("Pool", "Größe", "为什么", "$", "a$$b", "__", "İ", "𝒜𝓵loc", "Ω̈", "String");
    private static final Pattern TYPE = Pattern.compile("(?<!\\.)\\b(?:class|interface|enum|record) (?=\\S)");
    private static final List<String> ALWAYS = List.of("""
            package fuzz;

            @dev.heapwright.annotations.NeedsAllocator
            public class Index {
                public static final String NAME = "Index";
                public static final int SIZE = NAME.length() - 5 + 3;
                public static class Entry {}
                public interface Constants { long ONE = 1; }
            }
            """, """
            package fuzz;

            public class Plain {
                public static long same(long a) { return a; }
                public static <T> T of(T t) { return t; }
            }
            """, """
            package fuzz;

            @java.lang.annotation.Target(java.lang.annotation.ElementType.TYPE_USE)
            public @interface Mark { Class<?>[] value() default {}; }
            """, """
            package fuzz;

            public @interface Note { Class<?>[] value(); }
            """);

    /** {@return a program with any number of allocators and of classes that nearly are} */
    static RandomProgram ofManyAllocators(Random random, boolean errors) {
        Grammar grammar = new Grammar(random, errors ? "!?" : "");
        return of(random, grammar, "file");
    }

    /** {@return a program with one allocator, which fulfils the contract, and whose code is followed} */
    static RandomProgram ofOneAllocator(Random random, boolean errors) {
        // An error in a declaration would prevent javac from attributing the bodies.
        Grammar grammar = new Grammar(random, errors ? "?" : "");
        grammar.set("mark", List.of(""));
        grammar.keepFirst("functions", "allocate", "deallocate", "reallocate", "inplace", "usable", "zeroed");
        return of(random, grammar, "allocator");
    }

    private static RandomProgram of(Random random, Grammar grammar, String firstFile) {
        String inPackage = PACKAGES.get(random.nextInt(PACKAGES.size()));
        List<String> names = IntStream.range(0, FILES)
                .mapToObj(i -> NAMES.get(random.nextInt(NAMES.size())) + i)
                .toList();
        grammar.set("Other", names.stream().map(name -> inPackage + "." + name).toList());
        List<String> sources = new ArrayList<>(ALWAYS);
        for (String name : names) {
            grammar.set("Self", List.of(name));
            String file = grammar.text(sources.size() == ALWAYS.size() ? firstFile : "file");
            sources.add("package " + inPackage + ";\n\n" + file);
        }
        return new RandomProgram(sources);
    }

    /** {@return how many types the sources declare} */
    long types() {
        return sources.stream()
                .mapToLong(source -> TYPE.matcher(source).results().count())
                .sum();
    }
}
