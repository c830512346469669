package dev.heapwright.natives;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import com.github.luben.zstd.ZstdCompressCtx;
import dev.heapwright.heap.BindingError;
import dev.heapwright.heap.Heap;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.Deflater;

/** A program that takes some megabytes in each of several ways, and prints a line for each: who has served it. */
final class PrintWhoServes {
    private static final int SIZE = 16_000_000;

    /** What the garbage collector would otherwise give back. */
    private static final List<Object> KEPT = new ArrayList<>();

    private PrintWhoServes() {}

    public static void main(String[] arguments) throws Throwable {
        MallocCounts counts = MallocCounts.inThisProcess(isBound());
        for (Map.Entry<String, ProcessAllocations.Allocation> way : ways().entrySet()) {
            System.out.println(way.getKey() + "|" + served(counts, way.getValue()));
        }
    }

    private static String served(MallocCounts counts, ProcessAllocations.Allocation way) throws Throwable {
        try {
            return counts.served(way, SIZE);
        } catch (BindingError e) {
            return "nobody";
        }
    }

    private static boolean isBound() {
        try {
            return Heap.binding() != null;
        } catch (BindingError e) {
            return false;
        }
    }

    private static Map<String, ProcessAllocations.Allocation> ways() {
        Map<String, ProcessAllocations.Allocation> ways = new LinkedHashMap<>();
        ways.put("`Unsafe.allocateMemory`", PrintWhoServes::unsafe);
        ways.put("`ByteBuffer.allocateDirect`", () -> kept(ByteBuffer.allocateDirect(SIZE)));
        ways.put("`Arena.allocate`", () -> Arena.global().allocate(SIZE).address());
        ways.put("`malloc`, looked up through the FFM API", PrintWhoServes::malloc);
        ways.put("zlib: `Deflater`, gzip, jar files", PrintWhoServes::zlib);
        ways.put("a JNI library: zstd-jni", PrintWhoServes::zstd);
        ways.put("`Heap.allocate`", () -> Heap.allocate(SIZE, 16));
        return ways;
    }

    private static long unsafe() throws ReflectiveOperationException {
        Field unsafe = Class.forName("sun.misc.Unsafe").getDeclaredField("theUnsafe");
        unsafe.setAccessible(true);
        Method allocate = unsafe.getType().getMethod("allocateMemory", long.class);
        return (long) allocate.invoke(unsafe.get(null), (long) SIZE);
    }

    @SuppressWarnings("restricted") // The program is started with native access.
    private static long malloc() throws Throwable {
        Linker linker = Linker.nativeLinker();
        MethodHandle malloc = linker.downcallHandle(
                linker.defaultLookup().find("malloc").orElseThrow(), FunctionDescriptor.of(ADDRESS, JAVA_LONG));
        return ((MemorySegment) malloc.invokeExact((long) SIZE)).address();
    }

    /** Each has some 270 KB. */
    private static long zlib() {
        for (int i = 0; i < 64; i++) {
            KEPT.add(new Deflater());
        }
        return 0;
    }

    /** At this level, a window of 8 MB and its tables. */
    private static long zstd() {
        ZstdCompressCtx context = new ZstdCompressCtx().setLevel(19);
        context.compress(new byte[10_000_000]);
        return kept(context);
    }

    private static long kept(Object object) {
        KEPT.add(object);
        return 0;
    }
}
