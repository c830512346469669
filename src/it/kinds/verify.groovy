def kinds = evaluate(new File(basedir, '../reactor-log.groovy')).modules()
        .collectEntries { module, log -> [module, log.find(/\bkind: (\w+ \([^\n]*?\))/) { it[1] }] }
        .findAll { it.value }
assert kinds == [
    'agent'                  : "hosted (maven-jar-plugin's manifest has Agent-Class)",
    'agent-with-main-class'  : "hosted (maven-jar-plugin's manifest has Premain-Class)",
    'application'            : 'application (a main class is configured in maven-jar-plugin)',
    'bundle'                 : 'bundle (maven-shade-plugin makes a jar with dependencies)',
    'configured'             : 'application (configured)',
    'configured-library'     : 'library (configured)',
    'library'                : 'library (no main class is configured)',
    'maven-plugin'           : 'hosted (its packaging is maven-plugin)',
    'osgi-bundle'            : 'hosted (bnd-maven-plugin makes an OSGi bundle)',
    'shaded-application'     : 'application (a main class is configured in maven-shade-plugin)',
    'spring-boot-application': 'application (spring-boot-maven-plugin runs repackage)',
    'spring-boot-library'    : 'library (no main class is configured)',
    'switched-off'           : 'library (no main class is configured)',
    'web-application'        : 'hosted (its packaging is war)',
]
