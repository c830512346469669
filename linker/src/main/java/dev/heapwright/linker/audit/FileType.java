package dev.heapwright.linker.audit;

import dev.heapwright.core.elf.ElfFile;
import java.nio.ByteBuffer;
import java.util.Set;
import java.util.regex.Pattern;

/** What a file is, apart from class files, by the bytes that it begins with. */
enum FileType {
    /** A library or program for Linux. */
    ELF,
    /** A library or program for macOS or Windows. */
    OTHER_LIBRARY,
    /** A jar or the like. */
    ARCHIVE,
    /** Anything else. */
    OTHER;

    /** How many of its first bytes are needed. */
    static final int START = 4;

    private static final int ZIP_MAGIC = 0x504B0304;
    private static final Set<Integer> MACH_O = Set.of(0xCFFAEDFE, 0xCEFAEDFE, 0xCAFEBABE, 0xCAFEBABF);

    /** Two letters with which a text may begin, too. */
    private static final int DOS_MAGIC = 0x4D5A;

    private static final Pattern PROGRAM = Pattern.compile("(?i).*\\.(dll|exe)");

    /** Other archives are data. */
    private static final Pattern JAR = Pattern.compile("(?i).*\\.([jwer]ar|zip)");

    /** {@return what a file is, by its path and its first bytes} */
    static FileType of(String path, byte[] start) {
        if (start.length < START) {
            return OTHER;
        }
        if (ElfFile.isStart(start)) {
            return ELF;
        }
        int magic = ByteBuffer.wrap(start).getInt();
        boolean dos = magic >>> 16 == DOS_MAGIC;
        if (MACH_O.contains(magic) || (dos && PROGRAM.matcher(path).matches())) {
            return OTHER_LIBRARY;
        }
        return magic == ZIP_MAGIC && JAR.matcher(path).matches() ? ARCHIVE : OTHER;
    }
}
