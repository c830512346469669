package dev.heapwright.linker.audit;

import com.grack.nanojson.JsonStringWriter;
import com.grack.nanojson.JsonWriter;

/** Renders an audit for programs, in JSON. */
final class AuditJson {
    private final JsonStringWriter json = JsonWriter.indent("  ").string();

    private AuditJson() {}

    static String render(ModuleAudit audit) {
        AuditJson text = new AuditJson();
        text.module(audit);
        return text.json.done() + "\n";
    }

    private void module(ModuleAudit audit) {
        json.object();
        json.value("module", audit.module().coordinates().toString());
        json.value("heap", audit.module().outcome());
        json.value("process", audit.process().toString());
        json.array("artifacts");
        audit.artifacts().forEach(this::artifact);
        json.end();
        json.array("notes");
        KnownArtifacts.notes(audit).forEach(json::value);
        json.end();
        json.end();
    }

    private void artifact(ModuleAudit.AuditedArtifact artifact) {
        json.object();
        json.value("artifact", artifact.coordinates().toString());
        json.array("takes");
        artifact.taken().forEach(this::taken);
        json.end();
        json.value("otherLibraries", artifact.otherLibraries());
        json.end();
    }

    private void taken(TakenMemory taken) {
        json.object();
        json.value("source", taken.source());
        json.value("governor", taken.governor().toString());
        json.array("places");
        taken.places().forEach(json::value);
        json.end();
        json.end();
    }
}
