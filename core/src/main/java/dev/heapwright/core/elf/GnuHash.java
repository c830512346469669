package dev.heapwright.core.elf;

import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The GNU hash table, in which the dynamic linker looks up exported symbols. It consists of
 *
 * <ol>
 * <li>four numbers of 4 bytes: the number of buckets, the index of the first symbol in it, the number of words of the Bloom
 *     filter and its shift;
 * <li>the Bloom filter, words of 8 bytes: two bits for each symbol, which are not both set if the name is not exported;
 * <li>the buckets, 4 bytes each: the index of the first symbol whose hash modulo the number of buckets is the bucket's;
 * <li>the chains, 4 bytes for each symbol: its hash, whose lowest bit is set if it is the last of its bucket.
 * </ol>
 *
 * @param position in the file
 * @param buckets their number
 * @param firstSymbol index of the first symbol in the table; all later ones are in it, too
 * @param bloomWords how many words the Bloom filter has
 * @param bloomShift by how many bits the hash is shifted for the second bit
 * @param symbolCount the index after the last symbol in the table
 * @see <a href="https://flapenguin.me/elf-dt-gnu-hash">ELF: better symbol lookup via DT_GNU_HASH</a>
 */
record GnuHash(long position, long buckets, long firstSymbol, long bloomWords, long bloomShift, long symbolCount) {
    private static final int HEADER_SIZE = 16;

    static GnuHash read(ElfBytes file, AddressMap addresses, long address) throws ElfRefusedException {
        long position = addresses.position(address, HEADER_SIZE);
        GnuHash header = new GnuHash(
                position,
                file.unsignedInt(position),
                file.unsignedInt(position + 4),
                file.unsignedInt(position + 8),
                file.unsignedInt(position + 12),
                0);
        if (header.buckets == 0 || Long.bitCount(header.bloomWords) != 1 || header.bloomShift >= Integer.SIZE) {
            throw ElfRefusedException.malformed("its GNU hash table has an impossible size");
        }
        addresses.position(address, header.chains() - position);
        GnuHash table = header.withSymbolCount(header.count(file));
        addresses.position(address, table.size());
        return table;
    }

    /** The chain of the last bucket ends at the last symbol. */
    private long count(ElfBytes file) throws ElfRefusedException {
        long last = 0;
        for (long bucket = 0; bucket < buckets; bucket++) {
            last = Math.max(last, file.unsignedInt(bucketPosition(bucket)));
        }
        if (last == 0) {
            return firstSymbol;
        }
        if (last < firstSymbol) {
            throw ElfRefusedException.malformed("its GNU hash table contains symbols before its first");
        }
        while ((file.unsignedInt(chainPosition(last)) & 1) == 0) {
            last++;
        }
        return last + 1;
    }

    private GnuHash withSymbolCount(long count) {
        return new GnuHash(position, buckets, firstSymbol, bloomWords, bloomShift, count);
    }

    /** {@return the same table with a single bucket, in which the order of symbols does not matter} */
    GnuHash withOneBucket() {
        return new GnuHash(position, 1, firstSymbol, bloomWords, bloomShift, symbolCount);
    }

    /** {@return its size in bytes} */
    long size() {
        return chainPosition(symbolCount) - position;
    }

    /** {@return where the symbols begin, if they follow: on a multiple of their alignment} */
    long end() {
        return (position + size() + Long.BYTES - 1) / Long.BYTES * Long.BYTES;
    }

    /**
     * Writes the table, which has one bucket, over zeros.
     *
     * @param names of all symbols of the file, in order
     */
    void write(ElfBytes file, List<String> names) throws ElfRefusedException {
        file.writeInt(position, buckets);
        file.writeInt(position + 4, firstSymbol);
        file.writeInt(position + 8, bloomWords);
        file.writeInt(position + 12, bloomShift);
        file.writeInt(bucketPosition(0), firstSymbol);
        for (long symbol = firstSymbol; symbol < symbolCount; symbol++) {
            int hash = hash(names.get((int) symbol));
            long word = bloomPosition(Integer.toUnsignedLong(hash) / Long.SIZE % bloomWords);
            file.writeLong(word, file.readLong(word) | 1L << hash | 1L << (hash >>> bloomShift));
            file.writeInt(chainPosition(symbol), symbol == symbolCount - 1 ? hash | 1 : hash & ~1);
        }
    }

    private long bloomPosition(long word) {
        return position + HEADER_SIZE + Long.BYTES * word;
    }

    private long bucketPosition(long bucket) {
        return bloomPosition(bloomWords) + Integer.BYTES * bucket;
    }

    private long chainPosition(long symbol) {
        return chains() + Integer.BYTES * (symbol - firstSymbol);
    }

    private long chains() {
        return bucketPosition(buckets);
    }

    private static int hash(String name) {
        int hash = 5381;
        for (byte each : name.getBytes(StandardCharsets.ISO_8859_1)) {
            hash = 33 * hash + Byte.toUnsignedInt(each);
        }
        return hash;
    }
}
