def kinds = [:]
new File(basedir, 'build.log').text.split(/:bind \(default\) @ /).each { section ->
    def found = section =~ /(?s)^(\S+) ---.*?\bkind: (\w+ \([^\n]*?\))/
    if (found) {
        kinds[found[0][1]] = found[0][2]
    }
}
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
