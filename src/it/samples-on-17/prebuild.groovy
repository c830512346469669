import java.nio.file.Path

def copy = evaluate(new File(basedir, '../copy-sample.groovy'))
copy(Path.of(sampleProjects), 'sample-projects')
return true
