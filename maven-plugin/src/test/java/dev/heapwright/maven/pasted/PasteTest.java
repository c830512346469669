package dev.heapwright.maven.pasted;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PasteTest {
    private static final String POM = """
            <project>
              <artifactId>app</artifactId>
              <dependencies>
                <dependency><groupId>com.acme</groupId><artifactId>io</artifactId><version>1.0</version></dependency>
              </dependencies>
              <build>
                <plugins>
                  <plugin>
                    <artifactId>maven-shade-plugin</artifactId>
                    <executions><execution><configuration><transformers/></configuration></execution></executions>
                  </plugin>
                </plugins>
              </build>
            </project>
            """;

    @Test
    void eachElementAndEachLineIsFoundWithTheWordsBefore() {
        assertEquals(
                List.of(
                        new Paste(
                                "for maven-shade-plugin, add this:", List.of("<relocation>", "<a/>", "</relocation>")),
                        new Paste("for maven-shade-plugin, add this:", List.of("<transformer implementation=\"T\"/>"))),
                Paste.in(List.of(
                        "for maven-shade-plugin, add this:",
                        "<relocation>",
                        "<a/>",
                        "</relocation>",
                        "<transformer implementation=\"T\"/>",
                        "or do something else:",
                        "<other/>")));
    }

    @Test
    void anElementAmongWordsIsFound() {
        assertEquals(
                List.of(new Paste(
                        "remove the dependency on a:b, or, for tests, give it", List.of("<scope>test</scope>"))),
                Paste.in(List.of("remove the dependency on a:b,", "or, for tests, give it <scope>test</scope>")));
    }

    @Test
    void wordsOfferNothing() {
        assertEquals(List.of(), Paste.in(List.of("depend on one of them only: remove the other", "or build it anew")));
    }

    @Test
    void aMessageIsFoundWithItsPlace() {
        String log = """
                [INFO] --- heapwright:bind ---
                [ERROR] Failed to execute goal dev.heapwright:p:1:bind (default) on project app: [Heapwright/NoAllocator] app needs one
                    at /w/app/pom.xml:12:7
                  help: depend on an allocator, such as
                        <dependency><groupId>a</groupId><artifactId>b</artifactId></dependency>
                        or leave the default on
                  more: mvn explain
                [ERROR] -> [Help 1]
                """;
        assertEquals(
                List.of(new HelpMessage(
                        "NoAllocator",
                        "/w/app/pom.xml",
                        12,
                        List.of(new Paste(
                                "depend on an allocator, such as",
                                List.of("<dependency><groupId>a</groupId><artifactId>b</artifactId></dependency>"))))),
                HelpMessage.in(log));
    }

    @Test
    void aDependencyThatIsThereIsReplaced(@TempDir Path folder) throws IOException {
        String pasted = pasted(
                folder,
                "exclude it where it comes in:",
                "<dependency><groupId>com.acme</groupId><artifactId>io</artifactId><version>1.0</version><exclusions/></dependency>");
        assertEquals(1, pasted.split("<dependency>", -1).length - 1, pasted);
        assertTrue(pasted.contains("<exclusions/>"), pasted);
    }

    @Test
    void whatBelongsToTheConfigurationOfAPluginIsInThatOfItsExecution(@TempDir Path folder) throws IOException {
        String pasted = pasted(folder, "for maven-shade-plugin, add this:", "<transformer implementation=\"T\"/>");
        assertTrue(pasted.contains("<transformers><transformer implementation=\"T\"/></transformers>"), pasted);
    }

    @Test
    void aPluginThatIsNotThereIsAdded(@TempDir Path folder) throws IOException {
        String pasted = pasted(
                folder,
                "add it to the <archive> in the configuration of maven-jar-plugin:",
                "<manifestEntries><E>x</E></manifestEntries>");
        assertTrue(
                pasted.contains("<artifactId>maven-jar-plugin</artifactId><configuration><archive>"
                        + "<manifestEntries><E>x</E></manifestEntries></archive></configuration>"),
                pasted);
    }

    private static String pasted(Path folder, String where, String line) throws IOException {
        Path file = Files.writeString(folder.resolve("pom.xml"), POM);
        new PastedPom(file).paste(new Paste(where, List.of(line)));
        return Files.readString(file);
    }
}
