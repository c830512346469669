package dev.heapwright.natives;

import java.util.Random;

/**
 * Generates the source of a random program: loops that allocate, write, resize, check and free blocks, in an order, a
 * shape and with sizes that a seed determines. Each seed gives different bytecode, and thus a different graph in the
 * JIT's compilers.
 *
 * <p>A program consists of a few methods, the phases, each with nested loops that run long enough for on-stack
 * replacement. Sizes lie on both sides of the thresholds at which allocators call functions differently: 1 byte, 16
 * bytes, a page, 32 KiB, 64 KiB. A phase has only small blocks, only large ones, or both, as the change from one to the
 * other makes the JIT discard its code and recompile it.
 *
 * <p>The content of a block is checked before it is freed, so wrong results are found as well as crashes.
 */
final class LoopSource {
    private static final String[] SMALL_LIMITS = {"64", "1024", "2048", "4096", "8192", "32768"};
    private static final String[] LARGE_SIZES = {"32769", "65535", "65536", "131072", "524288", "1048576"};

    private final Random random;
    private final StringBuilder source = new StringBuilder();
    private String indent = "    ";

    private LoopSource(long seed) {
        random = new Random(seed);
    }

    /**
     * {@return the source of a class with a main method, the same for the same seed}
     *
     * @param name of the class
     * @param seed that determines the program
     */
    static String of(String name, long seed) {
        return new LoopSource(seed).program(name);
    }

    private String program(String name) {
        line("static long state = 88172645463325252L;");
        line("static long calls;");
        helper("take", "Heap.allocate(size, align)");
        helper("zeroed", "Heap.allocateZeroed(size, align)");
        open("static void give(long address, long size, long align)");
        if (random.nextBoolean()) {
            line("calls++;");
        }
        line("Heap.deallocate(address, size, align);");
        close();
        int phases = 3 + random.nextInt(3);
        for (int i = 0; i < phases; i++) {
            // At least one of each, the large one first: then the JIT has seen both branches when the small blocks
            // come.
            phase(i, i == 0 ? Sizes.LARGE : i == 1 ? Sizes.SMALL : oneOf(Sizes.values()));
        }
        open("static long next()");
        line("state ^= state << 13; state ^= state >>> 7; return state ^= state << 17;");
        close();
        open("static void check(boolean right)");
        line("if (!right) throw new AssertionError(\"a block's content or alignment is wrong\");");
        close();
        open("public static void main(String[] arguments)");
        for (int i = 0; i < phases; i++) {
            line("phase" + i + "();");
        }
        line("System.out.println(\"done\");");
        close();
        return "import dev.heapwright.heap.Heap;\nimport dev.heapwright.memory.Memory;\n\npublic final class " + name
                + " {\n" + source + "}\n";
    }

    private enum Sizes {
        SMALL,
        LARGE,
        BOTH
    }

    /** With or without a function between the loop and the heap, which changes what is inlined where. */
    private void helper(String name, String call) {
        open("static long " + name + "(long size, long align)");
        if (random.nextBoolean()) {
            line("calls++;");
        }
        line("long address = " + call + ";");
        if (random.nextBoolean()) {
            line("check((address & (align - 1)) == 0);");
        }
        line("return address;");
        close();
    }

    private void phase(int number, Sizes sizes) {
        int depth = switch (sizes) {
            case SMALL -> loopsOverSmallSizes(number);
            case LARGE -> loopsOverLargeSizes(number);
            case BOTH -> loopsOverBoth(number);
        };
        if (random.nextBoolean()) {
            blocks();
        } else {
            pair();
        }
        for (int i = 0; i < depth; i++) {
            close();
        }
    }

    private int loopsOverSmallSizes(int number) {
        open("static void phase" + number + "()");
        long limit = Long.parseLong(oneOf(SMALL_LIMITS));
        return switch (random.nextInt(4)) {
            case 0, 1 -> {
                open("for (long size = 1; size <= %d; size += %d)".formatted(limit, Math.max(1, limit / 2048)));
                open("for (long align = 1; align <= size; align *= 2)");
                yield 3;
            }
            case 2 -> {
                open("for (int i = 0; i < 40000; i++)");
                line("long size = 1 + (next() >>> 1) % " + limit + ";");
                line("long align = 1L << (i & " + oneOf("3", "7", "15") + ");");
                yield 2;
            }
            default -> {
                line("int i = 0;");
                open("while (i++ < 40000)");
                line("long size = 1 + i % " + limit + ";");
                line("long align = " + oneOf("1", "8", "16", "64", "Long.highestOneBit(size)") + ";");
                yield 2;
            }
        };
    }

    /** Few rounds: the JIT takes more risks with code that has rarely run. */
    private int loopsOverLargeSizes(int number) {
        open("static void phase" + number + "()");
        line("long[] sizes = {8, 512, %s, %s, %s};"
                .formatted(oneOf(LARGE_SIZES), oneOf(LARGE_SIZES), oneOf(LARGE_SIZES)));
        open("for (int i = 0; i < " + (4 + random.nextInt(20)) + "; i++)");
        open("for (int k = 0; k < sizes.length; k++)");
        line("long size = sizes[k];");
        line("long align = 1L << i;");
        return 3;
    }

    private int loopsOverBoth(int number) {
        open("static void phase" + number + "()");
        open("for (int i = 0; i < 20000; i++)");
        line("long size = (i & " + oneOf("31", "63", "255") + ") == 0 ? " + oneOf(LARGE_SIZES) + " : 1 + i % "
                + oneOf(SMALL_LIMITS) + ";");
        line("long align = " + oneOf("1", "8", "16", "1L << (i % 13)") + ";");
        return 2;
    }

    /** Several blocks at a time, in an array, in separate loops. */
    private void blocks() {
        int count = 2 + random.nextInt(9);
        line("long[] blocks = new long[" + count + "];");
        line("long[] lengths = new long[" + count + "];");
        open("for (int j = 0; j < " + count + "; j++)");
        line("blocks[j] = " + allocation() + ";");
        line("lengths[j] = size;");
        write("blocks[j]", "lengths[j]", "j");
        close();
        if (random.nextBoolean()) {
            open("for (int j = 0; j < " + count + "; j++)");
            resize("blocks[j]", "lengths[j]");
            close();
        }
        open(
                random.nextBoolean()
                        ? "for (int j = 0; j < " + count + "; j++)"
                        : "for (int j = " + count + "; j-- > 0; )");
        checkAndFree("blocks[j]", "lengths[j]", "j");
        close();
    }

    /** One block at a time, or two of which the second is freed first. */
    private void pair() {
        line("long first = " + allocation() + ";");
        line("long length = size;");
        write("first", "length", "11");
        boolean second = random.nextBoolean();
        if (second) {
            line("long second = " + allocation() + ";");
            write("second", "size", "12");
        }
        if (random.nextBoolean()) {
            line("long[] block = {first, length};");
            resize("block[0]", "block[1]");
            line("first = block[0];");
            line("length = block[1];");
        }
        if (second) {
            checkAndFree("second", "size", "12");
        }
        checkAndFree("first", "length", "11");
    }

    private String allocation() {
        return oneOf(
                "Heap.allocate(size, align)",
                "take(size, align)",
                "zeroed(size, align)",
                "((size & 1) == 0 ? take(size, align) : Heap.allocateZeroed(size, align))");
    }

    private void write(String address, String length, String mark) {
        line("Memory.putByte(" + address + ", (byte) " + mark + ");");
        if (random.nextBoolean()) {
            line("Memory.putByte(" + address + " + " + length + " / 2, (byte) " + mark + ");");
        }
    }

    private void resize(String address, String length) {
        String wanted = oneOf("size + 1", "2 * size", "size / 2 + 1", "40000", "100");
        if (random.nextInt(3) == 0) {
            line("if (Heap.reallocateInplace(%s, %s, %s + 1, align) > %s) %s++;"
                    .formatted(address, length, length, length, length));
        }
        boolean some = random.nextBoolean();
        if (some) {
            open("if ((size & 3) != 1)");
        }
        line("long wanted = " + wanted + ";");
        line("%s = Heap.reallocate(%s, %s, wanted, align);".formatted(address, address, length));
        line(length + " = wanted;");
        if (some) {
            close();
        }
    }

    private void checkAndFree(String address, String length, String mark) {
        line("check(Memory.getByte(%s) == (byte) %s && (%s & (align - 1)) == 0);".formatted(address, mark, address));
        line(oneOf(
                        "give(%s, Heap.usableSize(%s, align), align);",
                        "give(%s, %s, align);", "Heap.deallocate(%s, %s, align);")
                .formatted(address, length));
    }

    private void open(String header) {
        line(header + " {");
        indent += "    ";
    }

    private void close() {
        indent = indent.substring(4);
        line("}");
    }

    private void line(String text) {
        source.append(indent).append(text).append('\n');
    }

    @SafeVarargs
    private <T> T oneOf(T... choices) {
        return choices[random.nextInt(choices.length)];
    }
}
