package dev.heapwright.memory;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What the FFM API finds.
 *
 * @param lookup that is asked
 */
record ForeignSymbols(SymbolLookup lookup) implements Symbols {
    @Override
    public OptionalLong find(String name) {
        Optional<MemorySegment> found = lookup.find(name);
        return found.isPresent() ? OptionalLong.of(found.get().address()) : OptionalLong.empty();
    }
}
