return evaluate(new File(basedir, '../prebuild-modules.groovy'))
