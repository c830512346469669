package dev.heapwright.maven.project.plugin;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.heapwright.diagnostic.Location;
import java.util.Optional;
import org.apache.maven.model.InputLocation;
import org.apache.maven.model.InputSource;
import org.junit.jupiter.api.Test;

class PomElementTest {

    @Test
    void olderMavensNoteWhereTheStartTagEnds() {
        assertEquals(
                new Location.Source("/acme/my app/pom.xml", 24, 5),
                place("/acme/my app/pom.xml", 24, 17, "dependency"));
    }

    @Test
    void maven4NotesWhereItBeginsInAFileByItsUri() {
        assertEquals(
                new Location.Source("/acme/my app/pom.xml", 24, 5),
                place("file:///acme/my%20app/pom.xml", 24, 5, "dependency"));
    }

    @Test
    void whatIsInNoFileHasNoPlace() {
        assertEquals(Optional.empty(), PomElement.of(new InputLocation(24, 17, new InputSource()), "dependency"));
        assertEquals(Optional.empty(), PomElement.of("line 24", "dependency"));
    }

    private static Location place(String file, int line, int column, String name) {
        InputSource source = new InputSource();
        source.setLocation(file);
        return PomElement.of(new InputLocation(line, column, source), name)
                .orElseThrow()
                .location();
    }
}
