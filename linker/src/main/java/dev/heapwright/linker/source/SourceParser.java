package dev.heapwright.linker.source;

import com.github.javaparser.JavaParser;
import com.github.javaparser.ParseResult;
import com.github.javaparser.ParserConfiguration;
import com.github.javaparser.ParserConfiguration.LanguageLevel;
import com.github.javaparser.ast.CompilationUnit;
import java.util.Optional;

/**
 * Java's grammar, in its newest version whatever Java runs Maven. The parser goes on after what it does not understand,
 * so that of such a file the rest is known.
 */
final class SourceParser {
    private SourceParser() {}

    /**
     * What could be read of a file.
     *
     * @param unit its declarations, as far as they were understood
     * @param whole whether all of it was understood
     */
    record Parsed(Optional<CompilationUnit> unit, boolean whole) {}

    /**
     * Parses.
     *
     * @param text a Java file, or anything at all
     */
    static Parsed parse(String text) {
        ParserConfiguration configuration = new ParserConfiguration()
                .setLanguageLevel(LanguageLevel.BLEEDING_EDGE)
                .setPreprocessUnicodeEscapes(true)
                .setAttributeComments(false);
        try {
            ParseResult<CompilationUnit> result = new JavaParser(configuration).parse(text);
            return new Parsed(result.getResult(), result.isSuccessful());
        } catch (RuntimeException | AssertionError | StackOverflowError e) {
            // The last for expressions that are nested some thousand levels deep; the others are the parser's own bugs.
            return new Parsed(Optional.empty(), false);
        }
    }
}
