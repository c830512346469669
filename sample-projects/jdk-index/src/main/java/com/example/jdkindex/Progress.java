package com.example.jdkindex;

import java.util.Locale;

/** A line that tells how far the program is, on a terminal only: where the output goes to a file, nothing is shown. */
final class Progress {
    private static final boolean SHOWN = onTerminal();
    private static final long NANOS_BETWEEN = 50_000_000;

    private final String what;
    private final long total;
    private long done;
    private long shownAt = System.nanoTime();
    private int width;

    /**
     * Nothing is done yet.
     *
     * @param what is being done
     * @param total how many steps there are, 0 if that is not known
     */
    Progress(String what, long total) {
        this.what = what;
        this.total = total;
    }

    /** One more step is done. */
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
        // Java 22 to 24 have a console without a terminal too, unless it is the one of java.base.
        System.setProperty("jdk.console", "java.base");
        return System.console() != null;
    }
}
