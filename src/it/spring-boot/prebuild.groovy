import java.nio.file.Files
import java.nio.file.Path

def source = Path.of(sampleProjects, 'webflux-echo')
Files.walk(source).withCloseable { files ->
    files.filter { !source.relativize(it).any { part -> part.toString() == 'target' } }.forEach {
        def copy = basedir.toPath().resolve('webflux-echo').resolve(source.relativize(it).toString())
        Files.isDirectory(it) ? Files.createDirectories(copy) : Files.copy(it, copy)
    }
}
return true
