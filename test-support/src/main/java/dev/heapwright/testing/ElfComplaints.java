package dev.heapwright.testing;

import java.util.List;
import java.util.stream.Stream;

/** What tools that read ELF files complain about, if this machine has them: readelf, and elflint, which is stricter. */
public final class ElfComplaints {
    private ElfComplaints() {}

    /**
     * {@return the lines in which a tool says that a file contradicts itself}
     *
     * @param file content of the file
     */
    public static List<String> about(byte[] file) {
        Stream<String> readelf = InstalledTool.find("readelf", "--all", "--wide").stream()
                .flatMap(tool -> tool.run(file).lines())
                .filter(line -> line.startsWith("readelf: ") || line.contains("<corrupt"));
        Stream<String> elflint = InstalledTool.find("eu-elflint", "--gnu-ld").stream()
                .flatMap(tool -> tool.run(file).lines())
                .filter(line -> !line.equals("No errors"));
        return Stream.concat(readelf, elflint).toList();
    }
}
