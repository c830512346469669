package dev.heapwright.linker.tree;

import com.grack.nanojson.JsonStringWriter;
import com.grack.nanojson.JsonWriter;
import dev.heapwright.core.link.Decision;
import dev.heapwright.diagnostic.Diagnostic;
import dev.heapwright.diagnostic.PrintableText;
import dev.heapwright.linker.artifact.PassedOver;
import java.util.List;
import java.util.Locale;

/** Renders a module for programs, in JSON: the tree, with the decision at its root. */
public final class JsonTree {
    private final JsonStringWriter json = JsonWriter.indent("  ").string();

    private JsonTree() {}

    /**
     * {@return the JSON text, ended by {@code \n}}
     *
     * @param module what to render
     */
    public static String render(LinkedModule module) {
        JsonTree tree = new JsonTree();
        tree.json.object();
        tree.module(module);
        tree.node(TreeNode.of(module));
        return tree.json.end().done() + "\n";
    }

    private void module(LinkedModule module) {
        json.value("kind", module.kind().kind().toString());
        json.value("kindReason", PrintableText.of(module.kind().reason()));
        json.value("release", module.release());
        json.object("decision");
        decision(module.decision());
        json.end();
        json.array("passedOver");
        module.passedOver().forEach(this::passedOver);
        json.end();
        json.array("problems");
        module.problems().forEach(this::problem);
        json.end();
    }

    private void decision(Decision decision) {
        if (decision instanceof Decision.Link link) {
            bound("linked", link);
            json.value("reason", link.fullReason());
        } else if (decision instanceof Decision.Adopt adopted) {
            bound("inherited", adopted);
            json.value("from", adopted.from().toString());
        } else if (decision instanceof Decision.NothingToLink nothing) {
            json.value("outcome", "not-bound");
            json.value("reason", nothing.reason());
        } else {
            json.value("outcome", "refused");
        }
    }

    private void bound(String outcome, Decision.Bound bound) {
        json.value("outcome", outcome);
        json.value("allocator", bound.allocator().binary());
        json.value("artifact", bound.artifact().toString());
    }

    private void passedOver(PassedOver passedOver) {
        json.object();
        json.value("artifact", passedOver.artifact().toString());
        json.value("reason", PrintableText.of(passedOver.reason()));
        json.end();
    }

    private void problem(Diagnostic problem) {
        json.object();
        json.value("id", problem.id().toString());
        json.value("severity", problem.severity().name().toLowerCase(Locale.ROOT));
        json.value("headline", PrintableText.of(problem.headline()));
        strings("details", problem.details());
        strings("help", problem.help());
        json.end();
    }

    private void node(TreeNode node) {
        json.value("groupId", node.artifact().groupId());
        json.value("artifactId", node.artifact().artifactId());
        json.value("version", node.artifact().version());
        strings("needs", node.roles().names(Role.CONSUMER));
        strings("allocators", node.roles().names(Role.ALLOCATOR));
        strings("boundTo", node.roles().names(Role.BOUND));
        strings("available", node.roles().names(Role.AVAILABLE));
        json.array("children");
        for (TreeNode dependency : node.dependencies()) {
            json.object();
            node(dependency);
            json.end();
        }
        json.end();
    }

    private void strings(String key, List<String> values) {
        json.array(key);
        values.forEach(each -> json.value(PrintableText.of(each)));
        json.end();
    }
}
