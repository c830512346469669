new File(localRepositoryPath, '../build-cache').deleteDir()
return true
