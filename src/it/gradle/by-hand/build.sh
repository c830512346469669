MODULE='--module com.acme:app:1.0 --kind application --release 17 --source-path src'
java -jar heapwright-cli.jar bind $MODULE --class-path 'lib/*'
javac --release 17 -d build/classes -cp 'lib/*' --processor-path heapwright-processor.jar $(find src build/generated-sources -name '*.java')
cp -r build/generated-resources/heapwright/. build/classes
jar --create --file app.jar -C build/classes .
java -jar heapwright-cli.jar check $MODULE --class-path 'lib/*' --jar app.jar
java --enable-native-access=ALL-UNNAMED -cp 'app.jar:lib/*' com.acme.Main
