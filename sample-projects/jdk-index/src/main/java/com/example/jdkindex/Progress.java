package com.example.jdkindex;

import java.util.Locale;

/** A line that shows the program's progress, on a terminal only: if the output goes to a file, nothing is shown. */
final class Progress {
    private static final boolean SHOWN = onTerminal();
    private static final long NANOS_BETWEEN = 50_000_000;

    private final String what;
    private final long total;
    private long done;
    private long shownAt = System.nanoTime();
    private int width;

    /**
     * Starts at 0.
     *
     * @param what is being done
     * @param total the number of steps, 0 if unknown
     */
    Progress(String what, long total) {
        this.what = what;
        this.total = total;
    }

    /** Counts a completed step. */
    void step() {
        done++;
        if (SHOWN && System.nanoTime() - shownAt > NANOS_BETWEEN) {
            shownAt = System.nanoTime();
            show(String.format(Locale.ROOT, total == 0 ? "%s: %,d" : "%s: %,d of %,d", what, done, total));
        }
    }

    /** Erases the line. */
    void end() {
        if (width > 0) {
            show("");
            System.out.print('\r');
            System.out.flush();
        }
    }

    private void show(String text) {
        System.out.print('\r' + text + " ".repeat(Math.max(0, width - text.length())));
        System.out.flush();
        width = text.length();
    }

    private static boolean onTerminal() {
        // On Java 22 to 24, there is a console even without a terminal, unless it is the one of java.base.
        System.setProperty("jdk.console", "java.base");
        return System.console() != null;
    }
}
