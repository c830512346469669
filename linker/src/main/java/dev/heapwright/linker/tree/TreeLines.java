package dev.heapwright.linker.tree;

import dev.heapwright.linker.console.ConsoleEncoding;
import java.util.Properties;

/** What the lines of a tree are drawn with. */
public enum TreeLines {
    /** For every terminal. */
    ASCII("+- ", "\\- ", "|  "),
    /** Connected, for those that have the characters. */
    CONNECTED("├─ ", "└─ ", "│  ");

    /** Below a node that nothing follows at its level. */
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
     * {@return what the standard output can show}
     *
     * @param system the system properties, which tell how it is encoded
     */
    public static TreeLines ofConsole(Properties system) {
        return ConsoleEncoding.canShow(system, "├─└│") ? CONNECTED : ASCII;
    }

    /** What stands before a node. */
    String before(boolean last) {
        return last ? lastBranch : branch;
    }

    /** What stands before all that is below a node. */
    String below(boolean last) {
        return last ? GAP : trunk;
    }
}
