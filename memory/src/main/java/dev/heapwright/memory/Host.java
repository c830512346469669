package dev.heapwright.memory;

import java.io.IOException;

/**
 * The properties of this machine and this JVM that matter to a native library.
 *
 * @param platform the operating system and the processor, such as {@code linux/x64}
 * @param java its version
 * @param is64Bit whether an address is a {@code long}
 * @param glibc whether the C library is glibc, for which the files for Linux are built; Alpine has musl
 */
record Host(String platform, Runtime.Version java, boolean is64Bit, boolean glibc) {
    static Host current() throws IOException {
        return new Host(Platform.NAME, Runtime.version(), Platform.IS_64_BIT, Platform.FOREIGN && isGlibc());
    }

    /** musl loads no file of that name, whoever asks for it. Where it is not found, as in older versions, a function tells. */
    private static boolean isGlibc() throws IOException {
        return (Platform.NAME.startsWith("linux/")
                        && MappedFiles.named("libc.so.6").isPresent())
                || ForeignLinker.systemSymbols().find("gnu_get_libc_version").isPresent();
    }

    /**
     * {@return the file that can be loaded here}
     *
     * @throws NativeUnavailableError if none can; one that might crash the JVM is not tried
     */
    NativeFile choose(NativeFiles files) {
        if (java.feature() < 22) {
            throw NativeUnavailableError.java(files.library(), java);
        }
        if (!is64Bit) {
            throw NativeUnavailableError.not64Bit();
        }
        NativeFile file = files.forPlatform(platform);
        if (platform.startsWith("linux/") && !glibc) {
            throw NativeUnavailableError.notGlibc(files.library());
        }
        return file;
    }
}
