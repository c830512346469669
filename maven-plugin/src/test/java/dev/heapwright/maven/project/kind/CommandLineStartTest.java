package dev.heapwright.maven.project.kind;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommandLineStartTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "exec:java",
                "exec:exec@server",
                "org.codehaus.mojo:exec-maven-plugin:java",
                "org.codehaus.mojo:exec-maven-plugin:3.5.1:java@server",
                "org.springframework.boot:spring-boot-maven-plugin:3.5.0:run",
                "spring-boot:build-image",
                "javafx:run",
                "jib:dockerBuild",
                "quarkus:dev",
                "scala:run"
            })
    void aGoalThatStartsTheProgramIsOne(String goal) {
        assertEquals(List.of("the command line runs " + goal), reasons(List.of("clean", "compile", goal)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "verify",
                "exec",
                "java",
                "exec:help",
                "com.acme:java",
                "dependency:tree",
                "jib:exportImageModulesInfo"
            })
    void anyOtherIsNone(String goal) {
        assertEquals(List.of(), reasons(List.of(goal)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"exec.mainClass", "mainClass", "spring-boot.run.main-class", "javafx.mainClass"})
    void aMainClassIsOne(String property) {
        assertEquals(
                List.of("the command line sets " + property), reasons(List.of("compile"), property, "com.acme.Main"));
        assertEquals(List.of(), reasons(List.of("compile"), property, " "));
    }

    @Test
    void propertiesComeBeforeGoals() {
        assertEquals(
                List.of("the command line sets exec.mainClass", "the command line runs exec:java"),
                reasons(List.of("compile", "exec:java"), "exec.mainClass", "com.acme.Main"));
    }

    private static List<String> reasons(List<String> goals, String... property) {
        Properties properties = new Properties();
        if (property.length == 2) {
            properties.setProperty(property[0], property[1]);
        }
        return CommandLineStart.reasons(goals, properties);
    }
}
