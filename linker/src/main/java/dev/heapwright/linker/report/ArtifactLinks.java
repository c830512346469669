package dev.heapwright.linker.report;

import dev.heapwright.core.link.DependencyPath;
import dev.heapwright.core.name.Coordinates;
import dev.heapwright.linker.tree.ArtifactRoles;
import dev.heapwright.linker.tree.Role;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * How a section of the page names artifacts, each of which has one place there, and leads to them.
 *
 * @param module whose section it is
 */
record ArtifactLinks(Coordinates module) {

    /** {@return the name of an artifact, at its place} */
    String place(Coordinates artifact) {
        return "<span class=\"artifact\" id=\"%s\">%s</span>".formatted(id(artifact), name(artifact));
    }

    /** {@return the name of an artifact, as a link to its place} */
    String link(Coordinates artifact) {
        return "<a href=\"#%s\">%s</a>".formatted(id(artifact), name(artifact));
    }

    /** {@return the artifacts of a path, as links to their places} */
    String path(DependencyPath path) {
        return path.steps().stream().map(this::link).collect(Collectors.joining(" → "));
    }

    /** {@return each role of an artifact, in a style of its own} */
    static String roles(ArtifactRoles roles) {
        return roles.names().keySet().stream()
                .map(role -> " <span class=\"role %s\">%s</span>".formatted(style(role), Html.text(roles.text(role))))
                .collect(Collectors.joining());
    }

    private static String style(Role role) {
        return role.name().toLowerCase(Locale.ROOT);
    }

    private String id(Coordinates artifact) {
        return Html.text(module + "/" + artifact);
    }

    /** The parts between which a narrow screen may break it; the one that tells it from others stands out. */
    private static String name(Coordinates artifact) {
        return "%s:<wbr/><b>%s</b>:<wbr/>%s"
                .formatted(
                        Html.text(artifact.groupId()), Html.text(artifact.artifactId()), Html.text(artifact.version()));
    }
}
