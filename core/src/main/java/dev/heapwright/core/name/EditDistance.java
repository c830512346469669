package dev.heapwright.core.name;

/** How different two names are, to recognise a mistyped one. */
public final class EditDistance {
    private EditDistance() {}

    /**
     * {@return how many characters have to be inserted, removed or replaced to turn one name into another: the
     * Levenshtein distance, by the algorithm of Wagner and Fischer (1974), one row at a time}
     *
     * @param from a name
     * @param to another
     */
    public static int between(String from, String to) {
        int[] row = new int[to.length() + 1];
        for (int j = 0; j < row.length; j++) {
            row[j] = j;
        }
        for (int i = 1; i <= from.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j < row.length; j++) {
                int replaced = diagonal + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[to.length()];
    }
}
