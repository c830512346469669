package dev.heapwright.maven.project.kind;

import static dev.heapwright.maven.project.kind.Modules.LIBRARY;
import static dev.heapwright.maven.project.kind.Modules.kindWith;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which programs that a build starts are the main class of the module, and which are tools. */
class ExecutionRulesTest {
    @Test
    void theExecPluginsMainClassMakesAnApplication() throws Exception {
        assertEquals(
                "application (a main class is configured in exec-maven-plugin)",
                kindWith("org.codehaus.mojo:exec-maven-plugin", """
                <executions><execution>
                  <phase>verify</phase>
                  <goals><goal>java</goal></goals>
                  <configuration><mainClass>com.acme.Main</mainClass></configuration>
                </execution></executions>"""));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "validate",
                "initialize",
                "generate-sources",
                "process-sources",
                "generate-resources",
                "process-resources",
                "process-classes",
                "generate-test-sources",
                "process-test-classes"
            })
    void aToolForTheBuildIsNotTheModulesMainClass(String phase) throws Exception {
        assertEquals(LIBRARY, kindWith("org.codehaus.mojo:exec-maven-plugin", """
                <executions><execution>
                  <phase>%s</phase>
                  <goals><goal>java</goal></goals>
                  <configuration><mainClass>com.acme.Generator</mainClass></configuration>
                </execution></executions>""".formatted(phase)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<includePluginDependencies>true</includePluginDependencies>",
                "<includeProjectDependencies>false</includeProjectDependencies>",
                "<executableDependency><artifactId>generator</artifactId></executableDependency>"
            })
    void neitherIsWhatDoesNotRunWithTheModulesClassPath(String configuration) throws Exception {
        assertEquals(LIBRARY, kindWith("org.codehaus.mojo:exec-maven-plugin", """
                <executions><execution>
                  <phase>compile</phase>
                  <goals><goal>java</goal></goals>
                  <configuration><mainClass>com.acme.Generator</mainClass>%s</configuration>
                </execution></executions>""".formatted(configuration)));
    }

    @Test
    void whatIsConfiguredForThePluginAsAWholeMayBeMeantForATool() throws Exception {
        String execution = """
                <executions><execution>
                  <phase>generate-sources</phase>
                  <goals><goal>java</goal></goals>
                  %s
                </execution></executions>
                <configuration><mainClass>%s</mainClass></configuration>""";
        assertEquals(
                LIBRARY,
                kindWith("org.codehaus.mojo:exec-maven-plugin", execution.formatted("", "com.acme.Generator")));
        assertEquals(
                "application (a main class is configured in exec-maven-plugin)",
                kindWith(
                        "org.codehaus.mojo:exec-maven-plugin",
                        execution.formatted(
                                "<configuration><mainClass>com.acme.Generator</mainClass></configuration>",
                                "com.acme.Main")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<arguments><argument>-classpath</argument><classpath/><argument>com.acme.Main</argument></arguments>",
                "<arguments><argument>-p</argument><modulepath/><argument>-m</argument></arguments>",
                "<arguments><argument>-cp</argument><argument>%classpath</argument></arguments>",
                "<commandlineArgs>-p %modulepath -m com.acme/com.acme.Main</commandlineArgs>"
            })
    void aCommandWithTheModulesClassPathStartsIt(String arguments) throws Exception {
        assertEquals(
                "application (exec-maven-plugin runs a command with its class path)",
                kindWith(
                        "org.codehaus.mojo:exec-maven-plugin",
                        "<configuration><executable>java</executable>" + arguments + "</configuration>"));
    }

    @Test
    void anyOtherCommandDoesNot() throws Exception {
        assertEquals(LIBRARY, kindWith("org.codehaus.mojo:exec-maven-plugin", """
                <configuration>
                  <executable>git</executable>
                  <arguments><argument>describe</argument></arguments>
                </configuration>"""));
    }
}
