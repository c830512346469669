package dev.heapwright.core.name;

import java.util.Arrays;
import java.util.stream.Collectors;
import javax.lang.model.SourceVersion;

/** What the Java language takes for a name. */
public final class JavaNames {
    /** A class file cannot hold a longer one (JVMS 4.4.7), so it is nobody's. */
    private static final int LONGEST = 0xFFFF / 3;

    private JavaNames() {}

    /**
     * {@return whether this is one identifier or several with dots between, none of them a keyword}
     *
     * @param name any text, however hostile
     */
    public static boolean isQualifiedName(String name) {
        return name.length() <= LONGEST
                // Ignorable characters are part of an identifier for Java, and invisible to people.
                && name.codePoints().noneMatch(Character::isIdentifierIgnorable)
                && SourceVersion.isName(name, SourceVersion.RELEASE_17);
    }

    /**
     * {@return an identifier that reads like the text, and is that of no other text: an underscore in it is a hyphen, and
     * what else an identifier cannot have, or not there, is its code point in hexadecimal between dollar signs}
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
     * {@return a package name that reads like the text, and is that of no other text, each part between dots made an
     * identifier}
     *
     * @param text parts with dots between, which may be empty
     */
    public static String toPackage(String text) {
        return Arrays.stream(text.split("\\.", -1)).map(JavaNames::toIdentifier).collect(Collectors.joining("."));
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
