def modules = evaluate(new File(basedir, '../reactor-log.groovy')).modules()
def kinds = modules
        .collectEntries { module, log -> [module, log.find(/\bkind: (\w+ \([^\n]*?\))/) { it[1] }] }
        .findAll { it.value }
assert kinds == [
    'agent'                  : "hosted (maven-jar-plugin's manifest has Agent-Class)",
    'agent-with-main-class'  : "hosted (maven-jar-plugin's manifest has Premain-Class)",
    'application'            : 'application (a main class is configured in maven-jar-plugin)',
    'assembly-descriptor'    : 'bundle (maven-assembly-plugin makes a jar with dependencies)',
    'build-image'            : 'application (spring-boot-maven-plugin runs build-image-no-fork)',
    'bundle'                 : 'bundle (maven-shade-plugin makes a jar with dependencies)',
    'code-generator'         : 'library (no main class is configured)',
    'configured'             : 'application (configured)',
    'configured-library'     : 'library (configured)',
    'exec-command'           : 'application (exec-maven-plugin runs a command with its class path)',
    'javapackager'           : 'application (a main class is configured in javapackager)',
    'launch4j'               : 'application (a main class is configured in launch4j-maven-plugin)',
    'library'                : 'library (no main class is configured)',
    'maven-plugin'           : 'hosted (its packaging is maven-plugin)',
    'moditect'               : 'application (moditect-maven-plugin runs create-runtime-image)',
    'osgi-bundle'            : 'hosted (bnd-maven-plugin makes an OSGi bundle)',
    'scala-launcher'         : 'application (a main class is configured in scala-maven-plugin)',
    'shaded-application'     : 'application (a main class is configured in maven-shade-plugin)',
    'spring-boot-application': 'application (spring-boot-maven-plugin runs repackage)',
    'spring-boot-library'    : 'library (no main class is configured)',
    'started-by-hand'        : 'library (no main class is configured)',
    'switched-off'           : 'library (no main class is configured)',
    'web-application'        : 'hosted (its packaging is war)',
]

// What the command line starts makes no program of a module, which is told where the heap is there.
def warned = modules.findAll { it.value.contains('[Heapwright/NotBound]') }
assert warned.keySet() == ['started-by-hand'] as Set
assert warned['started-by-hand'].contains('com.acme:started-by-hand is built as a library, without a binding, but the command line sets exec.mainClass')
