package dev.heapwright.linker.report;

import dev.heapwright.linker.audit.Governor;
import dev.heapwright.linker.audit.ModuleAudit;
import dev.heapwright.linker.audit.TakenMemory;
import java.util.stream.Collectors;

/** What a report says of the native memory that one module and all that it runs with take: a folded table, a row for each way. */
final class AuditSection {
    private AuditSection() {}

    /** {@return the HTML element; nothing, if no native memory is taken} */
    static String of(ModuleAudit audit) {
        String rows = audit.artifacts().stream()
                .flatMap(artifact -> artifact.taken().stream()
                        .map(taken -> row(artifact.coordinates().toString(), taken)))
                .collect(Collectors.joining());
        return rows.isEmpty()
                ? ""
                : """
                <details class="audit">
                <summary>Native memory: places governed by the heap: <b>%d</b>, by the process allocator: <b>%d</b>, by \
                nobody: <b>%d</b>; not read: <b>%d</b>; %s</summary>
                <table>
                <tr><th>artifact</th><th>takes</th><th>places</th><th>governed by</th><th>such as</th></tr>
                %s</table>
                </details>
                """.formatted(
                                audit.count(Governor.HEAP),
                                audit.count(Governor.PROCESS),
                                audit.count(Governor.NOBODY),
                                audit.count(Governor.UNKNOWN),
                                Html.text(audit.process().description()),
                                rows);
    }

    private static String row(String artifact, TakenMemory taken) {
        return "<tr><td>%s</td><td>%s</td><td>%d</td><td class=\"%s\">%s</td><td>%s</td></tr>\n"
                .formatted(
                        Html.text(artifact),
                        Html.text(taken.source()),
                        taken.places().size(),
                        taken.governor() == Governor.NOBODY ? "nobody" : "governed",
                        Html.text(taken.governor().toString()),
                        Html.text(taken.shown()));
    }
}
