import java.nio.file.Path

def copy = evaluate(new File(basedir, '../copy-sample.groovy'))
copy(Path.of(sampleProjects, 'arena-words'), 'arena-words')
return true
