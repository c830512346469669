package dev.heapwright.core.name;

/**
 * The name of a class in a named package, checked.
 *
 * @param binary as class loaders use it: {@code com.acme.Pool$Allocator}
 * @param canonical as source writes it: {@code com.acme.Pool.Allocator}
 */
public record ClassName(String binary, String canonical) implements Comparable<ClassName> {

    /**
     * Checks the names.
     *
     * @throws IllegalArgumentException if one of them is not the name of a class in a named package, or if they do not
     *     name the same class
     */
    public ClassName {
        if (!JavaNames.isQualifiedName(binary) || !binary.contains(".")) {
            throw new IllegalArgumentException("'" + binary + "' is not the name of a class in a package");
        }
        // Only a nested class has two spellings, which differ only in the separators of the nested names.
        if (!JavaNames.isQualifiedName(canonical)
                || !binary.replace('$', '.').equals(canonical.replace('$', '.'))
                || !canonical.startsWith(binary.substring(0, binary.lastIndexOf('.') + 1))) {
            throw new IllegalArgumentException("'" + canonical + "' is not how source writes '" + binary + "'");
        }
    }

    /**
     * {@return the name of a class that is not nested}
     *
     * @param name its binary name, which is also its canonical one
     * @throws IllegalArgumentException if it is not the name of a class in a named package
     */
    public static ClassName topLevel(String name) {
        return new ClassName(name, name);
    }

    /**
     * {@return the name within its package as source writes it: {@code Pool.Allocator}}
     */
    public String withoutPackage() {
        return canonical.substring(binary.lastIndexOf('.') + 1);
    }

    /**
     * {@return the package: {@code com.acme}}
     */
    public String packageName() {
        return binary.substring(0, binary.lastIndexOf('.'));
    }

    /**
     * {@return the path of its class file in a jar or class folder: {@code com/acme/Pool$Allocator.class}}
     */
    public String classFile() {
        return classFile(binary);
    }

    /**
     * {@return the same path for an unchecked name: the result is only looked up, never opened}
     *
     * @param binary name of a class
     */
    public static String classFile(String binary) {
        return binary.replace('.', '/') + ".class";
    }

    /** By binary name. */
    @Override
    public int compareTo(ClassName other) {
        return binary.compareTo(other.binary);
    }

    /**
     * {@return the binary name}
     */
    @Override
    public String toString() {
        return binary;
    }
}
