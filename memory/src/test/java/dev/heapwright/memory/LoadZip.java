package dev.heapwright.memory;

/**
 * A program that loads {@link ZipLibrary} from its class path, and prints what one of its functions returns or throws.
 */
final class LoadZip {
    private LoadZip() {}

    public static void main(String[] arguments) {
        try {
            System.out.print(ZipLibrary.crc(ZipLibrary.load(LoadZip.class)));
        } catch (NativeUnavailableError e) {
            System.out.print(e.getMessage());
        }
    }
}
