package dev.heapwright.cli;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Parses the number of a Java release. */
final class JavaRelease implements ITypeConverter<Integer> {
    @Override
    public Integer convert(String text) {
        if (!text.matches("[1-9][0-9]{0,3}")) {
            throw new TypeConversionException("'" + text + "' is not a Java release, such as 17");
        }
        return Integer.valueOf(text);
    }
}
