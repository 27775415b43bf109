package dev.neurite.table;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// Texts, numbered in the order of their first appearance.
///
/// Equal texts share a number, except in a column whose first cells are nearly all different: there, looking each up
/// would cost most of the time of reading and save next to nothing.
///
/// They lie one after another as UTF-8 in a single array: a million distinct numbers take some 12 MB, where as many
/// `String`s would take 60.
final class Dictionary {
    private final byte[] pool;
    private final int[] ends;

    private Dictionary(byte[] pool, int[] ends) {
        this.pool = pool;
        this.ends = ends;
    }

    int size() {
        return ends.length;
    }

    String text(int code) {
        int from = start(code);
        return new String(pool, from, ends[code] - from, StandardCharsets.UTF_8);
    }

    boolean blank(int code) {
        for (int i = start(code); i < ends[code]; i++) {
            if (pool[i] < 0 || pool[i] > ' ') {
                return false;
            }
        }
        return true;
    }

    /// Reads a text as a number; see [NumberParser#parse].
    byte parse(int code, NumberParser parser) {
        return parser.parse(pool, start(code), ends[code]);
    }

    private int start(int code) {
        return code == 0 ? 0 : ends[code - 1];
    }

    /// Collects texts: each is written behind the last one, looked up by its hash, and taken back if already there.
    static final class Builder {
        private static final int LARGEST_POOL = Integer.MAX_VALUE - 64;
        private static final int TRIAL = 1 << 14; // after so many texts it shows whether they repeat

        private byte[] pool = new byte[64];
        private int[] ends = new int[16];
        private long[] slots = new long[64]; // hash and code + 1, 0 = free; a power of two, at most half full
        private int size;
        private int added;
        private boolean shared = true;

        int add(char[] buffer, int offset, int length) {
            int from = size == 0 ? 0 : ends[size - 1];
            reserve(from, length);
            for (int i = 0; i < length; i++) {
                char c = buffer[offset + i];
                if (c >= 0x80) {
                    return addEncoded(new String(buffer, offset, length));
                }
                pool[from + i] = (byte) c;
            }
            return find(from, from + length);
        }

        int add(String text) {
            return addEncoded(text);
        }

        private int addEncoded(String text) {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            int from = size == 0 ? 0 : ends[size - 1];
            reserve(from, bytes.length);
            System.arraycopy(bytes, 0, pool, from, bytes.length);
            return find(from, from + bytes.length);
        }

        private void reserve(int from, int length) {
            long needed = (long) from + length;
            if (needed > LARGEST_POOL) {
                throw new DataFormatException("One column holds more than 2 GB of distinct texts.");
            }
            if (needed > pool.length) {
                pool = Arrays.copyOf(pool, (int) Math.min(LARGEST_POOL, Math.max(needed, 2L * pool.length)));
            }
        }

        private int find(int from, int to) {
            if (!shared) {
                return keep(to);
            }
            if (++added == TRIAL && size > TRIAL / 8 * 7) {
                shared = false;
                slots = new long[0];
                return keep(to);
            }
            return lookUp(from, to);
        }

        /// A slot holds the hash, so that looking for a new text touches one place in memory as a rule.
        private int lookUp(int from, int to) {
            int hash = hash(from, to);
            int mask = slots.length - 1;
            int slot = hash & mask;
            for (long entry = slots[slot]; entry != 0; entry = slots[slot]) {
                int code = (int) entry - 1;
                if ((int) (entry >>> 32) == hash && holds(code, from, to)) {
                    return code;
                }
                slot = (slot + 1) & mask;
            }
            slots[slot] = (long) hash << 32 | size + 1;
            int code = keep(to);
            if (2 * size > slots.length) {
                rehash();
            }
            return code;
        }

        private boolean holds(int code, int from, int to) {
            int start = code == 0 ? 0 : ends[code - 1];
            return Arrays.equals(pool, start, ends[code], pool, from, to);
        }

        private int keep(int to) {
            if (size == ends.length) {
                ends = Arrays.copyOf(ends, 2 * size);
            }
            ends[size] = to;
            return size++;
        }

        private void rehash() {
            long[] old = slots;
            slots = new long[2 * old.length];
            int mask = slots.length - 1;
            for (long entry : old) {
                if (entry != 0) {
                    int slot = (int) (entry >>> 32) & mask;
                    while (slots[slot] != 0) {
                        slot = (slot + 1) & mask;
                    }
                    slots[slot] = entry;
                }
            }
        }

        /// A polynomial, then the 32-bit finaliser of MurmurHash3 (A. Appleby), which makes each bit depend on
        /// all: texts that differ in one digit must not lie side by side.
        private int hash(int from, int to) {
            int h = to - from;
            for (int i = from; i < to; i++) {
                h = 31 * h + pool[i];
            }
            h = (h ^ (h >>> 16)) * 0x85EBCA6B;
            h = (h ^ (h >>> 13)) * 0xC2B2AE35;
            return h ^ (h >>> 16);
        }

        Dictionary build() {
            int used = size == 0 ? 0 : ends[size - 1];
            return new Dictionary(Arrays.copyOf(pool, used), Arrays.copyOf(ends, size));
        }
    }
}
