package dev.heapwright.linker.tree;

import dev.heapwright.linker.console.ConsoleEncoding;
import java.util.Properties;

/** The characters that the lines of a tree are drawn with. */
public enum TreeLines {
    /** ASCII, for every terminal. */
    ASCII("+- ", "\\- ", "|  "),
    /** Connected lines, for terminals that have the characters. */
    CONNECTED("├─ ", "└─ ", "│  ");

    /** Below the last node of its level. */
    static final String GAP = "   ";

    private final String branch;
    private final String lastBranch;
    private final String trunk;

    TreeLines(String branch, String lastBranch, String trunk) {
        this.branch = branch;
        this.lastBranch = lastBranch;
        this.trunk = trunk;
    }

    /**
     * {@return the characters that the standard output can show}
     *
     * @param system the system properties, which determine its encoding
     */
    public static TreeLines ofConsole(Properties system) {
        return ConsoleEncoding.canShow(system, "├─└│") ? CONNECTED : ASCII;
    }

    /** The prefix of a node. */
    String before(boolean last) {
        return last ? lastBranch : branch;
    }

    /** The prefix of everything below a node. */
    String below(boolean last) {
        return last ? GAP : trunk;
    }
}
