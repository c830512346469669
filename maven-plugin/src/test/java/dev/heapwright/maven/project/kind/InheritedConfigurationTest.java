package dev.heapwright.maven.project.kind;

import static dev.heapwright.maven.project.kind.Modules.LIBRARY;
import static dev.heapwright.maven.project.kind.Modules.kind;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class InheritedConfigurationTest {
    private static final String BY_JAR = "application (a main class is configured in maven-jar-plugin)";

    @Test
    void theConfigurationOfAParentCounts() throws Exception {
        assertEquals(BY_JAR, kind("", """
                <build><plugins><plugin>
                  <artifactId>maven-jar-plugin</artifactId>
                  <configuration>
                    <archive><manifest><mainClass>com.acme.Main</mainClass></manifest></archive>
                  </configuration>
                </plugin></plugins></build>"""));
    }

    @Test
    void managedConfigurationOfAPluginFromThePackagingCounts() throws Exception {
        assertEquals(BY_JAR, kind("""
                <build><pluginManagement><plugins><plugin>
                  <artifactId>maven-jar-plugin</artifactId>
                  <configuration>
                    <archive><manifest><mainClass>com.acme.Main</mainClass></manifest></archive>
                  </configuration>
                </plugin></plugins></pluginManagement></build>"""));
    }

    @Test
    void managedConfigurationFromTwoLevelsUpIsResolvedInTheModule() throws Exception {
        assertEquals(BY_JAR, kind("<properties><main>com.acme.Main</main></properties>", "", """
                <build><pluginManagement><plugins><plugin>
                  <artifactId>maven-jar-plugin</artifactId>
                  <executions><execution>
                    <id>default-jar</id>
                    <configuration>
                      <archive><manifest><mainClass>${main}</mainClass></manifest></archive>
                    </configuration>
                  </execution></executions>
                </plugin></plugins></pluginManagement></build>"""));
    }

    @Test
    void aManagedExecutionOfAPluginThatTheModuleUsesCounts() throws Exception {
        assertEquals("application (spring-boot-maven-plugin runs repackage)", kind("""
                <build><plugins><plugin>
                  <groupId>org.springframework.boot</groupId>
                  <artifactId>spring-boot-maven-plugin</artifactId>
                </plugin></plugins></build>""", """
                <build><pluginManagement><plugins><plugin>
                  <groupId>org.springframework.boot</groupId>
                  <artifactId>spring-boot-maven-plugin</artifactId>
                  <executions><execution>
                    <id>repackage</id>
                    <goals><goal>repackage</goal></goals>
                  </execution></executions>
                </plugin></plugins></pluginManagement></build>"""));
    }

    @Test
    void managedConfigurationOfAnUnusedPluginDoesNotCount() throws Exception {
        assertEquals(LIBRARY, kind("", """
                <build><pluginManagement><plugins><plugin>
                  <artifactId>maven-shade-plugin</artifactId>
                  <executions><execution><goals><goal>shade</goal></goals></execution></executions>
                </plugin></plugins></pluginManagement></build>"""));
    }

    @Test
    void anExecutionOfTheParentCanBeDisabled() throws Exception {
        String parent = """
                <build><plugins><plugin>
                  <artifactId>maven-shade-plugin</artifactId>
                  <executions><execution>
                    <id>all</id>
                    <phase>package</phase>
                    <goals><goal>shade</goal></goals>
                  </execution></executions>
                </plugin></plugins></build>""";
        assertEquals("bundle (maven-shade-plugin makes a jar with dependencies)", kind("", parent));
        assertEquals(LIBRARY, kind("""
                <build><plugins><plugin>
                  <artifactId>maven-shade-plugin</artifactId>
                  <executions><execution>
                    <id>all</id>
                    <phase>none</phase>
                  </execution></executions>
                </plugin></plugins></build>""", parent));
    }

    @Test
    void theMainClassOfTheParentGoesIntoTheModulesShade() throws Exception {
        assertEquals("application (a main class is configured in maven-shade-plugin)", kind("""
                <build><plugins><plugin>
                  <artifactId>maven-shade-plugin</artifactId>
                  <executions><execution><goals><goal>shade</goal></goals></execution></executions>
                </plugin></plugins></build>""", """
                <build><pluginManagement><plugins><plugin>
                  <artifactId>maven-shade-plugin</artifactId>
                  <configuration><transformers>
                    <transformer implementation="org.apache.maven.plugins.shade.resource.ManifestResourceTransformer">
                      <mainClass>com.acme.Main</mainClass>
                    </transformer>
                  </transformers></configuration>
                </plugin></plugins></pluginManagement></build>"""));
    }
}
