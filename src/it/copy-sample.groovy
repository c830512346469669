// Of the prebuild.groovy of a project with samples: copies a sample into the project, without what was built there before.
import java.nio.file.Files
import java.nio.file.Path

return { Path source, String name ->
    Files.walk(source).withCloseable { files ->
        files.filter { !source.relativize(it).any { part -> part.toString() == 'target' } }.forEach {
            def copy = basedir.toPath().resolve(name).resolve(source.relativize(it).toString())
            Files.isDirectory(it) ? Files.createDirectories(copy) : Files.copy(it, copy)
        }
    }
}
