package dev.neurite.table;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// Distinct texts, numbered in the order of their first appearance.
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

        private byte[] pool = new byte[64];
        private int[] ends = new int[16];
        private int[] hashes = new int[16];
        private int[] slots = new int[64]; // code + 1 by hash, 0 = free; a power of two, at most half full
        private int size;

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
            int hash = hash(from, to);
            int mask = slots.length - 1;
            int slot = hash & mask;
            while (slots[slot] != 0) {
                int code = slots[slot] - 1;
                int start = code == 0 ? 0 : ends[code - 1];
                if (hashes[code] == hash && Arrays.equals(pool, start, ends[code], pool, from, to)) {
                    return code;
                }
                slot = (slot + 1) & mask;
            }
            return keep(slot, hash, to);
        }

        private int keep(int slot, int hash, int to) {
            if (size == ends.length) {
                ends = Arrays.copyOf(ends, 2 * size);
                hashes = Arrays.copyOf(hashes, 2 * size);
            }
            ends[size] = to;
            hashes[size] = hash;
            slots[slot] = ++size;
            if (2 * size > slots.length) {
                rehash();
            }
            return size - 1;
        }

        private void rehash() {
            slots = new int[2 * slots.length];
            int mask = slots.length - 1;
            for (int code = 0; code < size; code++) {
                int slot = hashes[code] & mask;
                while (slots[slot] != 0) {
                    slot = (slot + 1) & mask;
                }
                slots[slot] = code + 1;
            }
        }

        private int hash(int from, int to) {
            int h = to - from;
            for (int i = from; i < to; i++) {
                h = 31 * h + pool[i];
            }
            h *= 0x9E3779B9;
            return h ^ (h >>> 15);
        }

        Dictionary build() {
            int used = size == 0 ? 0 : ends[size - 1];
            return new Dictionary(Arrays.copyOf(pool, used), Arrays.copyOf(ends, size));
        }
    }
}
