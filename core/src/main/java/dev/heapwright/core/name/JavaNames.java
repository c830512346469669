package dev.heapwright.core.name;

import java.util.Arrays;
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
     * {@return an identifier that reads like the text: what an identifier cannot have is an underscore in it}
     *
     * @param text not empty
     */
    public static String toIdentifier(String text) {
        StringBuilder name = new StringBuilder();
        text.codePoints().map(each -> isAsciiLetterOrDigit(each) ? each : '_').forEach(name::appendCodePoint);
        if (!Character.isJavaIdentifierStart(name.charAt(0))) {
            name.insert(0, '_');
        }
        return isQualifiedName(name.toString())
                ? name.toString()
                : name.append('_').toString();
    }

    /**
     * {@return a package name that reads like the text, each part between dots made an identifier}
     *
     * @param text parts with dots between; empty parts are left out, but one part at least is not empty
     */
    public static String toPackage(String text) {
        return Arrays.stream(text.split("\\."))
                .filter(part -> !part.isEmpty())
                .map(JavaNames::toIdentifier)
                .reduce((left, right) -> left + "." + right)
                .orElseThrow(() -> new IllegalArgumentException("no name in '" + text + "'"));
    }

    private static boolean isAsciiLetterOrDigit(int character) {
        return character < 128 && Character.isLetterOrDigit(character);
    }
}
