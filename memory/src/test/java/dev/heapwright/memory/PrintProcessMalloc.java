package dev.heapwright.memory;

/** A program that prints what {@code malloc} is. */
final class PrintProcessMalloc {
    private PrintProcessMalloc() {}

    public static void main(String[] arguments) {
        System.out.println(ProcessMalloc.current());
    }
}
