// It takes minutes: in a build with -Dthorough only.
return System.getProperty('thorough') != null
