package dev.heapwright.linker.report;

import static dev.heapwright.linker.tree.LinkedModules.available;

import dev.heapwright.core.link.AllocatorClass;
import dev.heapwright.core.link.Artifact;
import dev.heapwright.core.link.Closure;
import dev.heapwright.core.link.Decision;
import dev.heapwright.core.link.DefaultAllocator;
import dev.heapwright.core.link.DependencyGraph;
import dev.heapwright.core.link.Kind;
import dev.heapwright.core.link.LinkTarget;
import dev.heapwright.core.link.Linker;
import dev.heapwright.core.link.PlainDialect;
import dev.heapwright.core.link.ShippedAllocator;
import dev.heapwright.core.name.ClassName;
import dev.heapwright.core.name.Coordinates;
import dev.heapwright.diagnostic.Diagnostic;
import dev.heapwright.linker.audit.Governor;
import dev.heapwright.linker.audit.ModuleAudit;
import dev.heapwright.linker.audit.TakenMemory;
import dev.heapwright.linker.build.DetectedKind;
import dev.heapwright.linker.process.ProcessMode;
import dev.heapwright.linker.tree.LinkedModule;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** An application as large as applications are: it runs with 300 artifacts, of which a few have to do with allocators. */
final class Shop {
    private static final Coordinates APP = new Coordinates("com.acme.shop", "shop-server", "4.2.0");

    /** What its build is called. */
    static final String NAME = APP.versionless();

    private static final String[] AREAS =
            ("accounts billing catalog checkout customers delivery fraud-detection gateway inventory ledger"
                            + " notifications orders payments pricing recommendations reporting search warehouse")
                    .split(" ");
    private static final String[] PARTS =
            ("service api model client events storage json-codec config metrics rest cache"
                            + " migration security scheduler validation sample-data-generator")
                    .split(" ");

    private final List<Artifact> dependencies = new ArrayList<>();
    private final Map<Coordinates, Set<Coordinates>> edges = new TreeMap<>();

    /** {@return the application, which is refused as it would link two allocators} */
    static LinkedModule refused() {
        return new Shop().linked();
    }

    /** {@return the same, with some of what takes native memory in it} */
    static ModuleAudit audited() {
        return new ModuleAudit(
                refused(),
                ProcessMode.NONE,
                List.of(
                        new ModuleAudit.AuditedArtifact(
                                APP,
                                List.of(new TakenMemory(
                                        "Heap", Governor.HEAP, List.of("com.acme.shop.server.Sessions.open"))),
                                0),
                        new ModuleAudit.AuditedArtifact(
                                part(0, 4),
                                List.of(
                                        new TakenMemory(
                                                "direct buffers",
                                                Governor.NOBODY,
                                                List.of(
                                                        "com.acme.shop.accounts.storage.PageCache.allocatePage",
                                                        "com.acme.shop.accounts.storage.WriteAheadLog.<init>",
                                                        "com.acme.shop.accounts.storage.Snapshot.read",
                                                        "com.acme.shop.accounts.storage.Snapshot.write")),
                                        new TakenMemory(
                                                "native libraries",
                                                Governor.NOBODY,
                                                List.of(
                                                        "linux/x64/com/acme/shop/libstorage.so (calloc, free, malloc)")),
                                        new TakenMemory(
                                                "not read",
                                                Governor.UNKNOWN,
                                                List.of("linux/i386/libstorage.so: it is for a processor of 32 bits"))),
                                2)));
    }

    private Shop() {
        for (int area = 0; area < AREAS.length; area++) {
            add(Artifact.of(part(area, 0)), area % 3 == 0 ? APP : part(area - 1, 3));
            for (int part = 1; part < PARTS.length; part++) {
                // Below one of the same area, and some below one of another, too.
                add(Artifact.of(part(area, part)), part(area, (part - 1) / 3), part(area + 1, part * 5 + 3));
            }
        }
        Coordinates heap = heapwright("heap");
        Coordinates shipped = heapwright("allocators");
        Coordinates buffers = memory("buffers");
        Coordinates network = memory("network-io");
        Coordinates map = memory("off-heap-map");
        add(consumer(buffers, "com.acme.memory.buffers"), part(5, 5), network);
        add(
                consumer(network, "com.acme.memory.network.Channels", "com.acme.memory.network.Datagrams"),
                part(7, 9),
                part(10, 3));
        add(consumer(map, "com.acme.memory.map.OffHeapMap"), part(2, 10), part(14, 10));
        add(
                Artifact.of(memory("slab-allocator"))
                        .withAllocators(
                                List.of(new AllocatorClass(ClassName.topLevel("com.acme.memory.SlabAllocator"), 17))),
                map,
                part(16, 5));
        add(consumer(heap, "dev.heapwright.heap"), buffers, network, map);
        add(available(shipped), heap, heapwright("jemalloc"));
        add(
                Artifact.of(heapwright("jemalloc"))
                        .withAllocators(List.of(new AllocatorClass(ShippedAllocator.JEMALLOC.type(), 17))),
                APP);
        add(Artifact.of(heapwright("memory")), heap, shipped);
        add(Artifact.of(heapwright("natives")), shipped);
        add(Artifact.of(heapwright("annotations")), heap, shipped, buffers, network, map);
        add(Artifact.of(heapwright("diagnostic")), heap, heapwright("memory"));
    }

    private LinkedModule linked() {
        Closure closure = new Closure(Artifact.of(APP), dependencies, new DependencyGraph(edges));
        Linker linker = new Linker(
                new LinkTarget(Kind.APPLICATION, 21),
                DefaultAllocator.builtIn(Kind.APPLICATION),
                "0.1.0",
                PlainDialect.INSTANCE);
        Decision.Refuse refused = (Decision.Refuse) linker.decide(closure);
        return new LinkedModule(
                new DetectedKind(Kind.APPLICATION, "a main class is configured in spring-boot-maven-plugin"),
                21,
                closure,
                new Decision.Refuse(
                        refused.problems().stream().map(Shop::asForMaven).toList()),
                List.of());
    }

    private static Diagnostic asForMaven(Diagnostic problem) {
        List<String> help = (problem.help().get(0) + """

                <dependency>
                  <groupId>com.acme.shop</groupId>
                  <artifactId>accounts-service</artifactId>
                  <version>${shop.version}</version>
                  <exclusions>
                    <exclusion><groupId>com.acme.memory</groupId><artifactId>slab-allocator</artifactId></exclusion>
                  </exclusions>
                </dependency>""").lines().toList();
        return new Diagnostic(
                problem.id(), problem.severity(), problem.headline(), problem.details(), help, problem.location());
    }

    private void add(Artifact artifact, Coordinates... dependents) {
        dependencies.add(artifact);
        for (Coordinates each : dependents) {
            edges.computeIfAbsent(each, key -> new TreeSet<>()).add(artifact.coordinates());
        }
    }

    private static Artifact consumer(Coordinates coordinates, String... elements) {
        return new Artifact(coordinates, List.of(), List.of(elements), List.of());
    }

    private static Coordinates part(int area, int part) {
        return new Coordinates("com.acme.shop", AREAS[area % AREAS.length] + "-" + PARTS[part % PARTS.length], "4.2.0");
    }

    private static Coordinates memory(String name) {
        return new Coordinates("com.acme.memory", name, "1.3.1");
    }

    private static Coordinates heapwright(String name) {
        return new Coordinates("dev.heapwright", "heapwright-" + name, "0.1.0");
    }
}
