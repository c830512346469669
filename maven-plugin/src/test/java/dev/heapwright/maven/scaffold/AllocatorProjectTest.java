package dev.heapwright.maven.scaffold;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.heapwright.diagnostic.DiagnosticException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AllocatorProjectTest {

    @Test
    void theProjectIsAPomAnAllocatorAndItsTest() throws Exception {
        Map<String, String> files = AllocatorProject.of(
                        "com.acme", "pool-allocator", "com.acme.pool", "PoolAllocator", "1.0")
                .files();
        assertEquals(
                List.of(
                        "pom.xml",
                        "src/main/java/com/acme/pool/PoolAllocator.java",
                        "src/test/java/com/acme/pool/PoolAllocatorTest.java"),
                List.copyOf(files.keySet()));
        files.values()
                .forEach(text -> assertFalse(
                        text.replace("@Allocator", "")
                                .replace("@TestFactory", "")
                                .contains("@"),
                        text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"com.1acme", "com..acme", "com.acme.int", "com/acme", "../acme", "com.acme;"})
    void aPackageHasAJavaName(String name) {
        assertEquals("""
                [Heapwright/InvalidConfiguration] '%s' is not a valid Java package name
                    at -Dpackage=%s
                  help: choose another one, such as -Dpackage=com.acme.pool
                  more: mvn dev.heapwright:heapwright-maven-plugin:explain -Did=InvalidConfiguration""".formatted(name, name), refusal("com.acme", "pool", name, "PoolAllocator"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Pool Allocator", "1Pool", "class", "record", "pool.Allocator", "Pool/../Allocator"})
    void aClassHasAJavaName(String name) {
        assertEquals("""
                [Heapwright/InvalidConfiguration] '%s' is not a valid Java class name
                    at -DclassName=%s
                  help: choose another one, such as -DclassName=PoolAllocator
                  more: mvn dev.heapwright:heapwright-maven-plugin:explain -Did=InvalidConfiguration""".formatted(name, name), refusal("com.acme", "pool", "com.acme", name));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Allocator", "Memory", "Math", "AllocatorContract"})
    void aClassIsNotCalledLikeOneThatItUses(String name) {
        assertEquals("""
                [Heapwright/InvalidConfiguration] '%s' is already used in an allocator's source
                    at -DclassName=%s
                  help: choose another one, such as -DclassName=PoolAllocator
                  more: mvn dev.heapwright:heapwright-maven-plugin:explain -Did=InvalidConfiguration""".formatted(name, name), refusal("com.acme", "pool", "com.acme", name));
    }

    @Test
    void theFolderIsNamedAfterTheArtifactAndLeadsNowhereElse() {
        assertEquals("""
                [Heapwright/InvalidConfiguration] '..' is not a valid artifactId
                    at -DgroupId=com.acme -DartifactId=..
                  help: use only letters, digits, dots, hyphens and underscores in both, such as com.acme and pool
                  more: mvn dev.heapwright:heapwright-maven-plugin:explain -Did=InvalidConfiguration""", refusal("com.acme", "..", "com.acme", "PoolAllocator"));
    }

    @Test
    void missingParametersAreNamed() {
        assertEquals("""
                [Heapwright/InvalidConfiguration] missing parameter artifactId
                  help: set it: -DartifactId=pool-allocator
                  more: mvn dev.heapwright:heapwright-maven-plugin:explain -Did=InvalidConfiguration""", refusal("com.acme", null, "com.acme", "PoolAllocator"));
    }

    @Test
    void allThatIsMissingIsNamedAtOnce() {
        assertEquals("""
                [Heapwright/InvalidConfiguration] missing parameters groupId, package, className
                  help: set them: -DgroupId=com.acme -Dpackage=com.acme.pool -DclassName=PoolAllocator
                  more: mvn dev.heapwright:heapwright-maven-plugin:explain -Did=InvalidConfiguration""", refusal(" ", "pool", null, ""));
    }

    private static @Nullable String refusal(
            @Nullable String group, @Nullable String artifact, @Nullable String inPackage, @Nullable String name) {
        return assertThrows(
                        DiagnosticException.class, () -> AllocatorProject.of(group, artifact, inPackage, name, "1.0"))
                .getMessage();
    }
}
