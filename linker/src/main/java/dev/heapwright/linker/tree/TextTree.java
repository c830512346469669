package dev.heapwright.linker.tree;

import dev.heapwright.core.name.Coordinates;
import dev.heapwright.diagnostic.Diagnostic;
import dev.heapwright.diagnostic.DiagnosticRenderer;
import dev.heapwright.diagnostic.PrintableText;

/**
 * Renders a module for people: what it is, the decision and its reason, problems if there are any, and the tree.
 *
 * <pre>
 * com.acme:app:1.0 [bound to: com.acme.Pool]
 * +- com.acme:io:2.1 [needs an allocator: com.acme.io]
 * |  \- com.acme:pool:1.2 [allocator: com.acme.Pool]
 * \- com.acme:util:1.0
 * </pre>
 */
public final class TextTree {
    private final StringBuilder text = new StringBuilder();
    private final TreeLines lines;

    private TextTree(TreeLines lines) {
        this.lines = lines;
    }

    /**
     * {@return the text, each line ended by {@code \n}}
     *
     * @param module what to render
     * @param lines the characters to draw it with
     * @param whole whether to show artifacts that lead to none with a role, too
     */
    public static String render(LinkedModule module, TreeLines lines, boolean whole) {
        TextTree tree = new TextTree(lines);
        tree.line(module.description());
        tree.line(module.outcome());
        module.passedOver().forEach(each -> tree.line(PrintableText.of(each.toString())));
        for (Diagnostic problem : module.problems()) {
            tree.line(DiagnosticRenderer.render(problem));
        }
        tree.line("");
        TreeNode all = TreeNode.of(module);
        TreeNode shown = whole ? all : all.withRoles();
        tree.node(shown, "", "");
        int left = all.size() - shown.size();
        if (left > 0) {
            tree.line("");
            tree.line(
                    left == 1
                            ? "1 unrelated artifact hidden; verbose shows it"
                            : left + " unrelated artifacts hidden; verbose shows them");
        }
        return tree.text.toString();
    }

    /** {@return the tree alone, each line ended by {@code \n}} */
    static String renderNodes(LinkedModule module, TreeLines lines) {
        TextTree tree = new TextTree(lines);
        tree.node(TreeNode.of(module), "", "");
        return tree.text.toString();
    }

    private void node(TreeNode node, String before, String below) {
        line(before + line(node.artifact(), node.roles()));
        int last = node.dependencies().size() - 1;
        for (int i = 0; i <= last; i++) {
            node(node.dependencies().get(i), below + lines.before(i == last), below + lines.below(i == last));
        }
    }

    /** {@return an artifact with its roles} */
    static String line(Coordinates artifact, ArtifactRoles roles) {
        StringBuilder line = new StringBuilder(artifact.toString());
        roles.texts().forEach(mark -> line.append(" [").append(mark).append(']'));
        return line.toString();
    }

    private void line(String line) {
        text.append(line).append('\n');
    }
}
