package dev.heapwright.maven;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.heapwright.core.name.Coordinates;
import java.util.Optional;
import org.apache.maven.project.MavenProject;
import org.junit.jupiter.api.Test;

class AddedDefaultTest {
    private static final Coordinates POOL = new Coordinates("com.acme", "pool", "1.2-SNAPSHOT");

    private final MavenProject module = new MavenProject();

    @Test
    void whatWasAddedIsRememberedAlsoByACopy() {
        AddedDefault.remember(module, POOL);
        assertEquals(Optional.of(POOL), AddedDefault.of(module));
        assertEquals(Optional.of(POOL), AddedDefault.of(module.clone()));
    }

    @Test
    void toAnotherModuleNothingWasAdded() {
        AddedDefault.remember(module, POOL);
        assertEquals(Optional.empty(), AddedDefault.of(new MavenProject()));
    }
}
