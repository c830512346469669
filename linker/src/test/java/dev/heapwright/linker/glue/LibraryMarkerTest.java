package dev.heapwright.linker.glue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.heapwright.core.name.Coordinates;
import dev.heapwright.diagnostic.Diagnostic;
import dev.heapwright.heap.Heap;
import dev.heapwright.linker.testing.ClassFolder;
import dev.heapwright.memory.Memory;
import dev.heapwright.testing.Javac;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LibraryMarkerTest {
    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it.
    Path folder;

    @Test
    void theHeapOfAProgramThatWasBuiltAsALibraryReadsIt() throws Exception {
        Glue library = Glue.ofLibrary(new Coordinates("com.acme", "app", "1.0"), "no main class is configured");
        ClassFolder classes = new ClassFolder(folder);
        for (Map.Entry<String, String> resource : library.resources().entrySet()) {
            classes.write(resource.getKey(), resource.getValue());
        }
        URL[] program = {
            url(Javac.locationOf(Heap.class)),
            url(Javac.locationOf(Memory.class)),
            url(Javac.locationOf(Diagnostic.class)),
            url(classes.path())
        };
        try (URLClassLoader loader = new URLClassLoader(program, ClassLoader.getPlatformClassLoader())) {
            Method binding = loader.loadClass(Heap.class.getName()).getMethod("binding");
            InvocationTargetException failed =
                    assertThrows(InvocationTargetException.class, () -> binding.invoke(null));
            List<String> message = String.valueOf(failed.getCause()).lines().toList();
            assertEquals("    com.acme:app:1.0 was built as a library (no main class is configured)", message.get(1));
        }
    }

    private static URL url(Path path) throws Exception {
        return path.toUri().toURL();
    }
}
