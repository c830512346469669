package dev.heapwright.diagnostic;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A number of bytes as users write it: {@code 64k}, {@code 512m} or {@code 1g}, in powers of 1024. */
public final class ByteSize {
    private static final Pattern SIZE = Pattern.compile("([0-9]{1,18})([kmg]?)");

    /** What people write instead, such as {@code 512 MiB}, {@code 0.5g} or {@code 1_000}. */
    private static final Pattern NEARLY =
            Pattern.compile("([0-9][0-9_]{0,9})(?:[.,]([0-9]{1,3}))?\\s*([kmgt]?)(?:i?b|bytes?)?");

    private ByteSize() {}

    /**
     * {@return the number of bytes; the largest {@code long} if it is more; none if it is not a size}
     *
     * @param text digits, and {@code k}, {@code m} or {@code g}, in any case
     */
    public static OptionalLong parse(String text) {
        Matcher size = SIZE.matcher(text.strip().toLowerCase(Locale.ROOT));
        if (!size.matches()) {
            return OptionalLong.empty();
        }
        long unit = unit(size.group(2));
        long number = Long.parseLong(size.group(1));
        return OptionalLong.of(number > Long.MAX_VALUE / unit ? Long.MAX_VALUE : number * unit);
    }

    /**
     * {@return what was probably meant by something that is not a size, such as {@code 512m} by {@code 512 MB}}
     *
     * @param text as written
     */
    public static Optional<String> nearest(String text) {
        Matcher size = NEARLY.matcher(text.strip().toLowerCase(Locale.ROOT));
        if (!size.matches() || parse(text).isPresent()) {
            return Optional.empty();
        }
        long number = Long.parseLong(size.group(1).replace("_", ""));
        String unit = size.group(3);
        boolean isFraction = size.group(2) != null;
        if (isFraction ? unit.isEmpty() : number == 0) {
            return Optional.empty();
        }
        if (isFraction || unit.equals("t")) {
            double fraction = isFraction ? Double.parseDouble("0." + size.group(2)) : 0;
            long smaller = Math.round((number + fraction) * 1024);
            return smaller == 0 ? Optional.empty() : Optional.of(smaller + smallerUnit(unit));
        }
        return Optional.of(number + unit);
    }

    private static String smallerUnit(String letter) {
        return switch (letter) {
            case "t" -> "g";
            case "g" -> "m";
            case "m" -> "k";
            default -> "";
        };
    }

    private static long unit(String letter) {
        return switch (letter) {
            case "k" -> 1L << 10;
            case "m" -> 1L << 20;
            case "g" -> 1L << 30;
            default -> 1;
        };
    }
}
