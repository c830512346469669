package dev.heapwright.linker.tree;

import static dev.heapwright.linker.tree.LinkedModules.POOL;
import static dev.heapwright.linker.tree.LinkedModules.TO_POOL;
import static dev.heapwright.linker.tree.LinkedModules.allocator;
import static dev.heapwright.linker.tree.LinkedModules.available;
import static dev.heapwright.linker.tree.LinkedModules.binding;
import static dev.heapwright.linker.tree.LinkedModules.consumer;
import static dev.heapwright.linker.tree.LinkedModules.coordinates;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.grack.nanojson.JsonObject;
import com.grack.nanojson.JsonParser;
import com.grack.nanojson.JsonParserException;
import dev.heapwright.core.link.Decision;
import dev.heapwright.diagnostic.Diagnostic;
import dev.heapwright.diagnostic.DiagnosticId;
import dev.heapwright.linker.artifact.PassedOver;
import java.util.List;
import org.junit.jupiter.api.Test;

class JsonTreeTest {
    @Test
    void theDecisionIsAtTheRootOfTheTree() {
        LinkedModule module = new LinkedModules()
                .dependency(consumer("io:2.1", "com.acme.io"), "app:1.0")
                .dependency(allocator("pool:1.2", POOL), "io:2.1")
                .dependency(available(coordinates("along:0.9")), "io:2.1")
                .linked(TO_POOL);
        assertEquals("""
                {
                  "kind":"application",
                  "kindReason":"configured",
                  "release":17,
                  "decision":{
                    "outcome":"linked",
                    "allocator":"com.acme.Pool",
                    "artifact":"com.acme:pool:1.2",
                    "reason":"linked explicitly"
                  },
                  "passedOver":[],
                  "problems":[],
                  "groupId":"com.acme",
                  "artifactId":"app",
                  "version":"1.0",
                  "needs":[],
                  "allocators":[],
                  "boundTo":["com.acme.Pool"],
                  "available":[],
                  "children":[{
                    "groupId":"com.acme",
                    "artifactId":"io",
                    "version":"2.1",
                    "needs":["com.acme.io"],
                    "allocators":[],
                    "boundTo":[],
                    "available":[],
                    "children":[{
                      "groupId":"com.acme",
                      "artifactId":"along",
                      "version":"0.9",
                      "needs":[],
                      "allocators":[],
                      "boundTo":[],
                      "available":["jemalloc","mimalloc","system"],
                      "children":[]
                    },{
                      "groupId":"com.acme",
                      "artifactId":"pool",
                      "version":"1.2",
                      "needs":[],
                      "allocators":["com.acme.Pool"],
                      "boundTo":[],
                      "available":[],
                      "children":[]
                    }]
                  }]
                }
                """, JsonTree.render(module));
    }

    @Test
    void allNamesAreListed() throws Exception {
        JsonObject json = parse(new LinkedModules()
                .dependency(consumer("io:2.1", "a.D", "a.C", "a.B", "a.A"), "app:1.0")
                .linked(TO_POOL));
        assertEquals(
                List.of("a.A", "a.B", "a.C", "a.D"),
                json.getArray("children").getObject(0).getArray("needs"));
    }

    @Test
    void anInheritedBindingNamesTheDependency() throws Exception {
        assertEquals(
                "{outcome=inherited, allocator=com.acme.Pool, artifact=com.acme:pool:1.2, from=com.acme:bound:4}",
                decision(new Decision.Adopt(binding(POOL), coordinates("bound:4"))));
    }

    @Test
    void anUnboundModuleHasAReason() throws Exception {
        assertEquals(
                "{outcome=not-bound, reason=nothing here needs an allocator}",
                decision(new Decision.NothingToLink("nothing here needs an allocator")));
    }

    @Test
    void aRefusalListsItsProblemsPrintableAndEscaped() throws Exception {
        Diagnostic problem = Diagnostic.error(DiagnosticId.MARKER_MISMATCH, "a \"marker\" \u001B[2J")
                .withDetail("\\ here")
                .withHelp("build it anew");
        Decision refused = new Decision.Refuse(List.of(problem));
        assertEquals("{outcome=refused}", decision(refused));
        assertEquals("""
                [{"id":"MarkerMismatch","severity":"error","headline":"a \\"marker\\" ?[2J",\
                "details":["\\\\ here"],"help":["build it anew"]}]\
                """, problems(refused));
    }

    @Test
    void whatWasPassedOverIsListedPrintable() throws Exception {
        assertEquals(
                """
                [{"artifact":"com.acme:pool:1.2","reason":"scope ?test"}]""",
                com.grack.nanojson.JsonWriter.string(parse(new LinkedModules()
                                .passedOver(new PassedOver(coordinates("pool:1.2"), "scope \u0007test"))
                                .linked(TO_POOL))
                        .getArray("passedOver")));
    }

    private static String problems(Decision decision) throws JsonParserException {
        return com.grack.nanojson.JsonWriter.string(
                parse(new LinkedModules().linked(decision)).getArray("problems"));
    }

    private static String decision(Decision decision) throws JsonParserException {
        return parse(new LinkedModules().linked(decision)).getObject("decision").toString();
    }

    private static JsonObject parse(LinkedModule module) throws JsonParserException {
        return JsonParser.object().from(JsonTree.render(module));
    }
}
