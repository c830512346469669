package dev.heapwright.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * The source of an allocator that never has memory, of which a test states only the differences. Lines 1 to 3 are the
 * package, an empty line, and the annotation; the class is declared in line 4, and its members follow from line 5 on,
 * each in one line:
 *
 * <pre>{@code
 * package com.acme;
 *
 * @dev.heapwright.annotations.Allocator
 * public final class Pool {
 *     public static long allocate(long size, long align) { return 0; }
 *     public static void deallocate(long address, long oldSize, long align) {}
 *     public static long reallocate(long address, long oldSize, long size, long align) { return 0; }
 *     public static long reallocateInplace(long address, long oldSize, long size, long align) { return 0; }
 *     public static long usableSize(long size, long align) { return size; }
 * }
 * }</pre>
 *
 * @param packageName its package
 * @param annotations of the class, in one line
 * @param declaration of the class, such as {@code public final class Pool}
 * @param members of the class, each of one or more lines
 */
public record AllocatorSource(String packageName, String annotations, String declaration, List<String> members) {
    private static final String INDENT = "    ";

    /**
     * {@return the source of a public final class with the five functions}
     *
     * @param name its qualified name
     */
    public static AllocatorSource named(String name) {
        int dot = name.lastIndexOf('.');
        return new AllocatorSource(
                name.substring(0, dot),
                "@dev.heapwright.annotations.Allocator",
                "public final class " + name.substring(dot + 1),
                List.of(
                        "public static long allocate(long size, long align) { return 0; }",
                        "public static void deallocate(long address, long oldSize, long align) {}",
                        "public static long reallocate(long address, long oldSize, long size, long align) { return 0; }",
                        "public static long reallocateInplace(long address, long oldSize, long size, long align) { return 0; }",
                        "public static long usableSize(long size, long align) { return size; }"));
    }

    /** {@return the same with native functions, without bodies} */
    public AllocatorSource withNatives() {
        return withMembers(members.stream()
                .map(member -> member.replaceFirst("^public static ", "public static native ")
                        .replaceFirst(" \\{.*}$", ";"))
                .toList());
    }

    /**
     * {@return the same without a function}
     *
     * @param function its name
     * @throws IllegalArgumentException if there is none
     */
    public AllocatorSource without(String function) {
        return changed(members -> {
            members.remove(indexOf(function));
            return members;
        });
    }

    /**
     * {@return the same with other text in place of a function}
     *
     * @param function its name
     * @param other one or more lines
     * @throws IllegalArgumentException if there is no such function
     */
    public AllocatorSource replacing(String function, String other) {
        return changed(members -> {
            members.set(indexOf(function), other.stripTrailing());
            return members;
        });
    }

    /** {@return the same with an additional member after the others} */
    public AllocatorSource with(String member) {
        return changed(members -> {
            members.add(member.stripTrailing());
            return members;
        });
    }

    /** {@return the same with an additional member before the others, from line 5 on} */
    public AllocatorSource withFirst(String member) {
        return changed(members -> {
            members.add(0, member.stripTrailing());
            return members;
        });
    }

    /**
     * {@return the same class with another declaration}
     *
     * @param other such as {@code public abstract class Pool}
     */
    public AllocatorSource declared(String other) {
        return new AllocatorSource(packageName, annotations, other, members);
    }

    /**
     * {@return the same class with other annotations}
     *
     * @param others all of its annotations, in one line
     */
    public AllocatorSource annotated(String others) {
        return new AllocatorSource(packageName, others, declaration, members);
    }

    /** {@return the same class with other members, each of one or more lines} */
    public AllocatorSource withMembers(List<String> others) {
        return new AllocatorSource(packageName, annotations, declaration, others);
    }

    /** {@return only the members, each line indented by four spaces and with a line end, for a class of any kind} */
    public String body() {
        return members.stream()
                .flatMap(String::lines)
                .map(line -> INDENT + line + "\n")
                .collect(Collectors.joining());
    }

    /** {@return the source} */
    public String text() {
        return "package " + packageName + ";\n\n" + annotations + "\n" + declaration + " {\n" + body() + "}\n";
    }

    /** {@return the source} */
    @Override
    public String toString() {
        return text();
    }

    private int indexOf(String function) {
        for (int i = 0; i < members.size(); i++) {
            if (members.get(i).contains(" " + function + "(")) {
                return i;
            }
        }
        throw new IllegalArgumentException(function + " is not in\n" + text());
    }

    private AllocatorSource changed(UnaryOperator<List<String>> change) {
        return withMembers(change.apply(new ArrayList<>(members)));
    }
}
