return evaluate(new File(basedir, '../verify-modules.groovy'))
