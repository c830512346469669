package dev.heapwright.core.elf;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;

/** Looks up exported names as the dynamic linker of glibc does ({@code do_lookup_x}), in the section of a file. */
record HashLookup(ByteBuffer table, List<DynamicSymbol> symbols) {
    static HashLookup in(byte[] bytes) throws ElfRefusedException {
        ElfFile file = ElfFile.read(bytes);
        SectionHeader section = file.sections().stream()
                .filter(each -> each.name().equals(".gnu.hash"))
                .findFirst()
                .orElseThrow();
        ByteBuffer table = ByteBuffer.wrap(bytes, (int) section.offset(), (int) section.size())
                .slice()
                .order(ByteOrder.LITTLE_ENDIAN);
        return new HashLookup(table, file.symbols());
    }

    boolean finds(String name) {
        int buckets = table.getInt(0);
        int first = table.getInt(4);
        int bloomWords = table.getInt(8);
        int shift = table.getInt(12);
        int bucketsAt = 16 + 8 * bloomWords;
        int chainsAt = bucketsAt + 4 * buckets;

        int hash = 5381;
        for (int i = 0; i < name.length(); i++) {
            hash = hash * 33 + name.charAt(i);
        }
        long bloom = table.getLong(16 + 8 * ((hash >>> 6) & (bloomWords - 1)));
        if ((bloom >>> (hash & 63) & bloom >>> (hash >>> shift & 63) & 1) == 0) {
            return false;
        }
        int symbol = table.getInt(bucketsAt + 4 * Integer.remainderUnsigned(hash, buckets));
        if (symbol == 0) {
            return false;
        }
        while (true) {
            int chain = table.getInt(chainsAt + 4 * (symbol - first));
            if ((chain | 1) == (hash | 1) && symbols.get(symbol).name().equals(name)) {
                return true;
            }
            if ((chain & 1) == 1) {
                return false;
            }
            symbol++;
        }
    }
}
