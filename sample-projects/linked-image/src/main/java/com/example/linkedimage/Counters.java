package com.example.linkedimage;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How many bytes each of the two that may answer to {@code malloc} has handed out, as they count themselves.
 *
 * @param jemalloc what this thread has ever had from the process's jemalloc; 0 if there is none
 * @param cLibrary what is in use of the C library's own heap, by all threads
 */
record Counters(long jemalloc, long cLibrary) {
    private static final Linker LINKER = Linker.nativeLinker();

    /** The totals of all arenas, and of the blocks that have a mapping of their own, are at the end. */
    private static final Pattern TOTALS = Pattern.compile("""
            (?s).*<total type="fast" count="\\d+" size="(\\d+)"/>
            <total type="rest" count="\\d+" size="(\\d+)"/>
            <total type="mmap" count="\\d+" size="(\\d+)"/>
            <system type="current" size="(\\d+)"/>.*""");

    static Counters now() {
        try (Arena arena = Arena.ofConfined()) {
            return new Counters(ofJemalloc(arena), ofCLibrary(arena));
        } catch (Throwable e) {
            throw new IllegalStateException("the allocators cannot be asked", e);
        }
    }

    Counters since(Counters before) {
        return new Counters(jemalloc - before.jemalloc, cLibrary - before.cLibrary);
    }

    /** See jemalloc(3): mallctl, thread.allocated. */
    private static long ofJemalloc(Arena arena) throws Throwable {
        Optional<MemorySegment> function = inProcess(arena, "je_mallctl");
        if (function.isEmpty()) {
            return 0;
        }
        MethodHandle mallctl = LINKER.downcallHandle(
                function.get(), FunctionDescriptor.of(JAVA_INT, ADDRESS, ADDRESS, ADDRESS, ADDRESS, JAVA_LONG));
        MemorySegment value = arena.allocate(JAVA_LONG);
        MemorySegment size = arena.allocateFrom(JAVA_LONG, Long.BYTES);
        int error = (int) mallctl.invokeExact(
                arena.allocateFrom("thread.allocated"), value, size, MemorySegment.NULL, 0L);
        if (error != 0) {
            throw new IllegalStateException("mallctl returned " + error);
        }
        return value.get(JAVA_LONG, 0);
    }

    /** See malloc_info(3), which writes XML to a file: to one in memory, as of open_memstream(3). */
    private static long ofCLibrary(Arena arena) throws Throwable {
        MemorySegment text = arena.allocate(ADDRESS);
        MemorySegment file = (MemorySegment) function(
                        arena, "open_memstream", FunctionDescriptor.of(ADDRESS, ADDRESS, ADDRESS))
                .invokeExact(text, arena.allocate(JAVA_LONG));
        int error = (int) function(arena, "malloc_info", FunctionDescriptor.of(JAVA_INT, JAVA_INT, ADDRESS))
                .invokeExact(0, file);
        error |= (int) function(arena, "fclose", FunctionDescriptor.of(JAVA_INT, ADDRESS)).invokeExact(file);
        MemorySegment written = text.get(ADDRESS, 0);
        Matcher totals = TOTALS.matcher(written.reinterpret(Long.MAX_VALUE).getString(0));
        function(arena, "free", FunctionDescriptor.ofVoid(ADDRESS)).invokeExact(written);
        if (error != 0 || !totals.matches()) {
            throw new IllegalStateException("malloc_info failed");
        }
        long free = Long.parseLong(totals.group(1)) + Long.parseLong(totals.group(2));
        return Long.parseLong(totals.group(3)) + Long.parseLong(totals.group(4)) - free;
    }

    private static MethodHandle function(Arena arena, String name, FunctionDescriptor descriptor) throws Throwable {
        return LINKER.downcallHandle(inProcess(arena, name).orElseThrow(), descriptor);
    }

    /** As C code finds it: see dlsym(3), of which the first argument is RTLD_DEFAULT here. */
    private static Optional<MemorySegment> inProcess(Arena arena, String name) throws Throwable {
        MethodHandle dlsym = LINKER.downcallHandle(
                LINKER.defaultLookup().find("dlsym").orElseThrow(), FunctionDescriptor.of(ADDRESS, ADDRESS, ADDRESS));
        MemorySegment function =
                (MemorySegment) dlsym.invokeExact(MemorySegment.NULL, arena.allocateFrom(name));
        return function.equals(MemorySegment.NULL) ? Optional.empty() : Optional.of(function);
    }
}
