package dev.heapwright.linker.tree;

import dev.heapwright.diagnostic.DiagnosticException;
import dev.heapwright.linker.build.Setting;
import java.util.Locale;

/** The output formats of a module. */
public enum OutputType {
    /** For people. */
    TEXT {
        @Override
        public String render(LinkedModule module, TreeLines lines, boolean whole) {
            return TextTree.render(module, lines, whole);
        }
    },
    /** For Graphviz. */
    DOT {
        @Override
        public String render(LinkedModule module, TreeLines lines, boolean whole) {
            return DotTree.render(module);
        }
    },
    /** For programs. */
    JSON {
        @Override
        public String render(LinkedModule module, TreeLines lines, boolean whole) {
            return JsonTree.render(module);
        }
    };

    /**
     * {@return the output, each line ended by {@code \n}}
     *
     * @param module what to render
     * @param lines the characters for the lines of a text tree
     * @param whole whether a text tree shows artifacts that lead to none with a role, too; the other types always do
     */
    public abstract String render(LinkedModule module, TreeLines lines, boolean whole);

    /**
     * {@return the type of that name}
     *
     * @param name as {@link #toString} gives it
     * @throws DiagnosticException if there is none
     */
    public static OutputType named(String name) throws DiagnosticException {
        return Setting.named("outputType", "output type", name, values());
    }

    /**
     * {@return the name that users write: {@code text}}
     */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
