package dev.heapwright.core.name;

import java.util.Arrays;
import java.util.stream.Collectors;
import javax.lang.model.SourceVersion;

/** What the Java language accepts as a name. */
public final class JavaNames {
    /** A class file cannot contain a longer one (JVMS 4.4.7). */
    private static final int LONGEST = 0xFFFF / 3;

    private JavaNames() {}

    /**
     * {@return whether this is one or more identifiers separated by dots, none of them a keyword}
     *
     * @param name any text, however hostile
     */
    public static boolean isQualifiedName(String name) {
        return name.length() <= LONGEST
                // Java allows ignorable characters in an identifier, but people cannot see them.
                && name.codePoints().noneMatch(Character::isIdentifierIgnorable)
                && SourceVersion.isName(name, SourceVersion.RELEASE_17);
    }

    /**
     * {@return an identifier that resembles the text and is unique to it: a hyphen becomes an underscore, and any other
     * character that is not allowed in its position becomes its code point in hexadecimal between dollar signs}
     *
     * @param text may be empty
     */
    public static String toIdentifier(String text) {
        if (text.isEmpty()) {
            return "$$";
        }
        StringBuilder name = new StringBuilder();
        text.codePoints().forEach(each -> name.append(each == '-' ? "_" : spelled(each)));
        return isQualifiedName(name.toString())
                ? name.toString()
                // It starts with a digit or is a keyword.
                : escaped(text.codePointAt(0)) + name.substring(1);
    }

    /**
     * {@return a package name that resembles the text and is unique to it: each part between dots becomes an
     * identifier, and {@code java}, whose packages no class loader but the JVM's may define, is spelled otherwise}
     *
     * @param text parts separated by dots; a part may be empty
     */
    public static String toPackage(String text) {
        String name = Arrays.stream(text.split("\\.", -1))
                .map(JavaNames::toIdentifier)
                .collect(Collectors.joining("."));
        return (name + ".").startsWith("java.") ? escaped('j') + name.substring(1) : name;
    }

    private static String spelled(int character) {
        return isAsciiLetterOrDigit(character) ? Character.toString(character) : escaped(character);
    }

    private static String escaped(int character) {
        return "$" + Integer.toHexString(character) + "$";
    }

    private static boolean isAsciiLetterOrDigit(int character) {
        return character < 128 && Character.isLetterOrDigit(character);
    }
}
