package dev.heapwright.linker.build;

import dev.heapwright.core.link.DependencyPath;
import dev.heapwright.core.link.Dialect;
import dev.heapwright.core.link.Kind;
import dev.heapwright.core.name.Coordinates;

/** Help as written in Gradle build scripts, in Groovy. */
public enum GradleDialect implements Dialect {
    /** Of a script that runs the command line, with any Gradle. */
    SCRIPT {
        @Override
        public String release(int release) {
            return "options.compilerArgs += ['--release', '%d']".formatted(release);
        }

        @Override
        public String noDefault() {
            return "'--allocator', 'none' from the arguments";
        }

        @Override
        public String kind(Kind kind) {
            return "by the arguments:\n'--kind', '%s'".formatted(kind);
        }

        @Override
        public String bind() {
            return "by the task that runs heapwright-cli bind";
        }
    },

    /** Of a script with the plugin, which runs on a Gradle that has an option for the release. */
    PLUGIN {
        @Override
        public String release(int release) {
            return "compileJava { options.release = %d }".formatted(release);
        }

        @Override
        public String noDefault() {
            return "allocator = 'none' from the block heapwright";
        }

        @Override
        public String kind(Kind kind) {
            return "in the block heapwright:\nkind = '%s'".formatted(kind);
        }

        @Override
        public String bind() {
            return "by the task heapwrightBind, on which compileJava depends";
        }
    };

    @Override
    public String dependency(Coordinates artifact) {
        return "implementation '%s:%s%s'"
                .formatted(
                        artifact.versionless(),
                        artifact.version(),
                        artifact.classifier().isEmpty() ? "" : ":" + artifact.classifier());
    }

    @Override
    public String exclusion(DependencyPath path) {
        Coordinates excluded = path.end();
        return "%s {\n    exclude group: '%s', module: '%s'\n}"
                .formatted(
                        dependency(path.steps().get(1)).replaceFirst(" (.*)", "($1)"),
                        excluded.groupId(),
                        excluded.artifactId());
    }

    @Override
    public String testsOnly() {
        return "declare it as testImplementation";
    }

    @Override
    public String processor(String version) {
        return "add this to the dependencies:\nannotationProcessor 'dev.heapwright:heapwright-processor:%s'"
                .formatted(version);
    }

    @Override
    public String kotlinProcessor(String version) {
        return "apply the plugin org.jetbrains.kotlin.kapt, and add this to the dependencies:\n"
                + "kapt 'dev.heapwright:heapwright-processor:%s'".formatted(version);
    }

    @Override
    public String mergedServices() {
        return "the task shadowJar does with this:\nmergeServiceFiles()";
    }

    @Override
    public String relocation(String from, String to) {
        return "the task shadowJar does with these:\nrelocate '%s', '%s'\nmergeServiceFiles()".formatted(from, to);
    }

    @Override
    public String manifestEntry(ManifestChange change) {
        return "by the configuration of the task that makes the jar:\nmanifest { attributes '%s': '%s' }"
                .formatted(change.entry(), change.value());
    }
}
