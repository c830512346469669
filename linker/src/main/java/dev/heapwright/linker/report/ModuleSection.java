package dev.heapwright.linker.report;

import dev.heapwright.core.link.Decision;
import dev.heapwright.core.link.DependencyPath;
import dev.heapwright.core.name.Coordinates;
import dev.heapwright.diagnostic.Diagnostic;
import dev.heapwright.diagnostic.DiagnosticId;
import dev.heapwright.diagnostic.DiagnosticRenderer;
import dev.heapwright.linker.tree.ArtifactRoles;
import dev.heapwright.linker.tree.LinkedModule;
import dev.heapwright.linker.tree.TextTree;
import dev.heapwright.linker.tree.TreeLines;
import java.io.IOException;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** The part of a report that is about one module. */
public final class ModuleSection {
    private final LinkedModule module;
    private final StringBuilder html = new StringBuilder();
    private final Set<DiagnosticId> explained = EnumSet.noneOf(DiagnosticId.class);

    private ModuleSection(LinkedModule module) {
        this.module = module;
    }

    /**
     * {@return the HTML element}
     *
     * @param module what it is about
     * @throws IOException if the page of a diagnostic cannot be read
     */
    public static String of(LinkedModule module) throws IOException {
        return new ModuleSection(module).write();
    }

    private String write() throws IOException {
        html.append("<section>\n");
        element("h2", module.coordinates().versionless());
        element("p", module.description());
        html.append("<p class=\"outcome %s\">%s</p>\n".formatted(style(), Html.text(module.outcome())));
        for (Diagnostic problem : module.problems()) {
            problem(problem);
        }
        html.append("<figure>\n").append(ClosureDrawing.of(module));
        int left = ClosureDrawing.left(module);
        if (left > 0) {
            element("figcaption", left + (left == 1 ? " unrelated artifact hidden" : " unrelated artifacts hidden"));
        }
        html.append("</figure>\n");
        paths();
        html.append("<details>\n<summary>Runtime dependency tree</summary>\n<pre>")
                .append(Html.lines(TextTree.renderNodes(module, TreeLines.CONNECTED)))
                .append("</pre>\n</details>\n");
        return html.append("</section>\n").toString();
    }

    private String style() {
        if (module.decision() instanceof Decision.Refuse) {
            return "refused";
        }
        return module.decision() instanceof Decision.NothingToLink ? "not-bound" : "bound";
    }

    private void problem(Diagnostic problem) throws IOException {
        html.append("<div class=\"problem\">\n<pre>")
                .append(Html.lines(DiagnosticRenderer.render(problem)))
                .append("</pre>\n");
        if (explained.add(problem.id())) {
            html.append("<details>\n<summary>What %s means</summary>\n".formatted(problem.id()))
                    .append(Explanation.of(problem.id()))
                    .append("</details>\n");
        }
        html.append("</div>\n");
    }

    private void paths() {
        Map<Coordinates, DependencyPath> paths = module.graph().pathsFrom(module.coordinates());
        html.append("<table>\n<tr><th>artifact</th><th>included via</th></tr>\n");
        Map<Coordinates, ArtifactRoles> roles = module.roles();
        paths.forEach((artifact, path) -> {
            List<String> texts = Objects.requireNonNull(roles.get(artifact)).texts();
            if (!texts.isEmpty()) {
                html.append("<tr><td>%s<br/><small>%s</small></td><td>%s</td></tr>\n"
                        .formatted(
                                Html.text(artifact.toString()),
                                Html.text(String.join("; ", texts)),
                                Html.text(path.length() == 0 ? "the module itself" : path.toString())));
            }
        });
        html.append("</table>\n");
    }

    private void element(String name, String text) {
        html.append("<%1$s>%2$s</%1$s>\n".formatted(name, Html.text(text)));
    }
}
