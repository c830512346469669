package dev.heapwright.benchmarks.build;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The time of a goal according to Maven's log: from the line that starts it to the line that starts the next. Maven
 * resolves a module's dependencies before its first goal, which therefore is in no goal's time.
 *
 * @param goal with its execution, such as {@code heapwright:bind@default}
 * @param module its artifactId
 * @param millis in ms
 */
record GoalTime(String goal, String module, double millis) {
    /** The format of the log's times: hours, minutes, seconds, ms. */
    static final String FORMAT = "HH:mm:ss.SSS";

    private static final double DAY = 24 * 3600 * 1000;
    private static final Pattern LINE = Pattern.compile("(\\d\\d):(\\d\\d):(\\d\\d)\\.(\\d\\d\\d) .*");
    /** Maven 3.9 names a plugin by its prefix, older versions by its artifactId. */
    private static final Pattern BEGIN = Pattern.compile(
            ".* --- (?:maven-)?([\\w-]+?)(?:-maven-plugin|-plugin)?:[^:]+:([\\w-]+) \\((.*)\\) @ (\\S+) ---");

    private static final Pattern END =
            Pattern.compile(".*\\[INFO\\] (?:Building .* \\[\\d+/\\d+\\]|Reactor Summary|BUILD ).*");

    /** {@return the goals in the log of a single-threaded build, in their order} */
    static List<GoalTime> in(List<String> log) {
        List<GoalTime> goals = new ArrayList<>();
        String goal = "";
        String module = "";
        double began = 0;
        for (String line : log) {
            Matcher time = LINE.matcher(line);
            Matcher begin = BEGIN.matcher(line);
            boolean begins = begin.matches();
            if (time.matches() && (begins || END.matcher(line).matches())) {
                double now = millis(time);
                if (!goal.isEmpty()) {
                    goals.add(new GoalTime(goal, module, since(began, now)));
                }
                goal = begins ? begin.group(1) + ":" + begin.group(2) + "@" + begin.group(3) : "";
                module = begins ? begin.group(4) : "";
                began = now;
            }
        }
        return goals;
    }

    /** The goal may have run past midnight. */
    private static double since(double began, double now) {
        return now < began ? now + DAY - began : now - began;
    }

    private static double millis(Matcher time) {
        long seconds = Long.parseLong(time.group(1)) * 3600
                + Long.parseLong(time.group(2)) * 60
                + Long.parseLong(time.group(3));
        return seconds * 1000 + Long.parseLong(time.group(4));
    }
}
