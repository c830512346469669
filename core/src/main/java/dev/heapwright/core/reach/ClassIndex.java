package dev.heapwright.core.reach;

import dev.heapwright.core.bytecode.ClassCode;
import dev.heapwright.core.bytecode.ClassFile;
import dev.heapwright.core.bytecode.MalformedClassFileException;
import dev.heapwright.core.contract.Contract;
import dev.heapwright.core.name.ClassName;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The class files of an artifact or of a class path, each read once. A multi-release jar may have several of one class,
 * of which a JVM loads one: whatever one of them says is true of the class.
 */
public final class ClassIndex {
    private static final String MODULE_FILE = "module-info.class";
    private static final String PACKAGE = "." + EnclosingScopes.PACKAGE_INFO;

    private final Source source;
    private final Map<String, Entry> entries = new HashMap<>();

    /** Where class files come from. */
    @FunctionalInterface
    public interface Source {

        /**
         * {@return the contents of all class files of a class; empty if there is none}
         *
         * @param path of the class file, with slashes, such as {@code com/acme/Pool.class}
         * @throws IOException if one cannot be read
         */
        List<byte[]> read(String path) throws IOException;
    }

    /**
     * Makes an index in which nothing is known yet.
     *
     * @param source asked at most once for each class
     */
    public ClassIndex(Source source) {
        this.source = source;
    }

    /**
     * {@return the class files of a class, the one for the oldest Java first; empty if there is none}
     *
     * @param path of the class file, with slashes
     * @throws IOException if one cannot be read
     * @throws MalformedClassFileException if one is damaged
     */
    public List<ClassFile> find(String path) throws IOException, MalformedClassFileException {
        return entry(path).versions();
    }

    /**
     * {@return the members of a class, as far as they can be read; empty if it is not in this index}
     *
     * @param name binary name of a class
     * @throws IOException if its class file cannot be read
     */
    public Optional<ClassCode> code(String name) throws IOException {
        Entry entry = entry(ClassName.classFile(name));
        return entry.exists() ? Optional.of(entry.code()) : Optional.empty();
    }

    /**
     * {@return what makes a class a consumer, in words: {@code it} itself, a class around it, its package or its module;
     * empty if it is none}
     *
     * @param name binary name of a class in this index
     * @throws IOException if a class file cannot be read
     */
    public Optional<String> consumer(String name) throws IOException {
        for (String around : EnclosingScopes.of(name)) {
            if (isAnnotated(ClassName.classFile(around))) {
                return Optional.of(describe(around, name));
            }
        }
        return isAnnotated(MODULE_FILE) ? Optional.of("its module") : Optional.empty();
    }

    /**
     * {@return whether a class file says that it needs an allocator}
     *
     * @param path of the class file of a class, package or module, with slashes
     * @throws IOException if it cannot be read
     */
    public boolean isAnnotated(String path) throws IOException {
        return entry(path).isAnnotated();
    }

    /** {@return why class files that were asked for cannot be read, by their paths, sorted} */
    public Map<String, MalformedClassFileException> unreadable() {
        Map<String, MalformedClassFileException> reasons = new TreeMap<>();
        entries.forEach((path, entry) -> entry.damage().ifPresent(damage -> reasons.put(path, damage)));
        return reasons;
    }

    private static String describe(String around, String name) {
        if (around.equals(name)) {
            return "it";
        }
        return around.endsWith(PACKAGE)
                ? "the package " + around.substring(0, around.length() - PACKAGE.length())
                : "the class " + around;
    }

    private Entry entry(String path) throws IOException {
        Entry known = entries.get(path);
        if (known == null) {
            known = new Entry(source.read(path));
            entries.put(path, known);
        }
        return known;
    }

    /** What is known of a class. */
    private static final class Entry {
        private final boolean exists;
        private final List<ClassFile> versions = new ArrayList<>();
        private @Nullable MalformedClassFileException damage;

        /** The contents, until somebody has asked for the code in them: of most classes nobody does. */
        private List<byte[]> contents;

        private ClassCode code = ClassCode.UNKNOWN;

        Entry(List<byte[]> contents) {
            this.exists = !contents.isEmpty();
            this.contents = contents;
            for (byte[] bytes : contents) {
                try {
                    versions.add(ClassFile.read(bytes));
                } catch (MalformedClassFileException e) {
                    damage = e;
                }
            }
        }

        boolean exists() {
            return exists;
        }

        List<ClassFile> versions() throws MalformedClassFileException {
            if (damage != null) {
                throw damage;
            }
            return List.copyOf(versions);
        }

        ClassCode code() {
            for (byte[] bytes : contents) {
                try {
                    code = code.or(ClassCode.read(bytes));
                } catch (MalformedClassFileException e) {
                    damage = e;
                }
            }
            contents = List.of();
            return code;
        }

        Optional<MalformedClassFileException> damage() {
            return Optional.ofNullable(damage);
        }

        boolean isAnnotated() {
            return versions.stream().anyMatch(file -> file.annotations().contains(Contract.NEEDS_ALLOCATOR_ANNOTATION));
        }
    }
}
