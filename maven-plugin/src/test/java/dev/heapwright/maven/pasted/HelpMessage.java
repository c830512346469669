package dev.heapwright.maven.pasted;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A message with help, as a build has printed it.
 *
 * @param id of the diagnostic
 * @param place a file that it names; empty if it names none
 * @param line in that file, from 1; 0 if it names none
 * @param pastes what its help offers to be pasted; may be none
 */
public record HelpMessage(String id, String place, int line, List<Paste> pastes) {
    private static final Pattern MESSAGE = Pattern.compile(
            "(?ms)^(?:\\[WARNING] |\\[ERROR] )?(?:Failed to execute goal [^\\n]*?: )?\\[Heapwright/(\\w+)]([^\\n]*\\n(?:(?!^\\S)[^\\n]*\\n)*?)"
                    + "  +help: (.*?)(?=^ +more: |^\\S|\\z)");
    private static final Pattern PLACE = Pattern.compile("(?m)^ +at (.+?)(?::(\\d+))?(?::\\d+)?$");

    /** Copies the list. */
    public HelpMessage {
        pastes = List.copyOf(pastes);
    }

    /**
     * {@return the messages, in order}
     *
     * @param log of a build, or a part of it; a page, too
     */
    public static List<HelpMessage> in(String log) {
        return messages(log).map(HelpMessage::of).distinct().toList();
    }

    private static Stream<MatchResult> messages(String log) {
        return MESSAGE.matcher(log.replace("\r\n", "\n")).results();
    }

    private static HelpMessage of(MatchResult found) {
        List<String> help = found.group(3).lines().map(String::strip).toList();
        Matcher place = PLACE.matcher(found.group(2));
        boolean named = place.find();
        @Nullable String line = named ? place.group(2) : null;
        return new HelpMessage(
                found.group(1), named ? place.group(1) : "", line == null ? 0 : Integer.parseInt(line), Paste.in(help));
    }
}
