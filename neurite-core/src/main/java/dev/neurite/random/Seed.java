package dev.neurite.random;

/// A splittable key for reproducible random numbers.
///
/// Every draw is a pure function of the key and a counter, so no draw depends on how many threads ran, or in
/// which order code asked: `seed.split("dropout", 2).bits(17)` is the same number on every machine, for ever.
/// The mixing function is the finaliser of SplitMix64 (Steele, Lea, Flood 2014, "Fast splittable pseudorandom
/// number generators"), applied to key and counter.
///
/// @param value the key
public record Seed(long value) {
    private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;
    private static final double UNIT = 0x1.0p-53;

    /// The seed of everything that was given none; a constant, so that equal calls give equal results.
    public static final Seed DEFAULT = new Seed(0);

    /// A seed for the given number.
    public static Seed of(long value) {
        return new Seed(value);
    }

    /// An independent key for the purpose `name`.
    public Seed split(String name) {
        long hash = 0xCBF29CE484222325L;
        for (int i = 0; i < name.length(); i++) {
            hash = (hash ^ name.charAt(i)) * 0x100000001B3L;
        }
        return new Seed(mix(mix(value + GOLDEN_GAMMA) ^ hash));
    }

    /// An independent key for item `index` of the purpose `name`.
    public Seed split(String name, long index) {
        return new Seed(split(name).bits(index));
    }

    /// 64 uniform bits for a place and a time, such as a layer and a step; `bits` of a two-fold split
    /// without objects.
    public static long mixed(long value, long place, long time) {
        return mix(mix(mix(value) + place * GOLDEN_GAMMA) + time * GOLDEN_GAMMA);
    }

    /// 64 uniform bits, number `index` of this key.
    public long bits(long index) {
        return mix(mix(value) + index * GOLDEN_GAMMA);
    }

    /// A uniform number in [0, 1) with 53 random bits, number `index` of this key.
    public double uniform(long index) {
        return (bits(index) >>> 11) * UNIT;
    }

    /// A standard normal number, number `index` of this key, by the transform of Box and Muller (1958).
    public double normal(long index) {
        double radius = 1 - uniform(2 * index);
        double angle = 2 * StrictMath.PI * uniform(2 * index + 1);
        return StrictMath.sqrt(-2 * StrictMath.log(radius)) * StrictMath.cos(angle);
    }

    /// A uniform integer in [0, `bound`), number `index` of this key.
    ///
    /// The 64-bit product method: its bias is below `bound` / 2⁶⁴.
    ///
    /// @throws IllegalArgumentException if `bound` is not positive
    public int below(long index, int bound) {
        if (bound < 1) {
            throw new IllegalArgumentException("bound must be positive, got " + bound);
        }
        return (int) Math.unsignedMultiplyHigh(bits(index), bound);
    }

    /// A uniformly drawn order of 0 … `size` − 1, by the shuffle of Fisher and Yates.
    public int[] permutation(int size) {
        int[] order = new int[size];
        permute(order, 0);
        return order;
    }

    /// Fills `order` with a uniformly drawn order of 0 … `order.length` − 1, number `index` of this key.
    public void permute(int[] order, long index) {
        long first = index * order.length;
        for (int i = 0; i < order.length; i++) {
            int j = below(first + i, i + 1);
            order[i] = order[j];
            order[j] = i;
        }
    }

    private static long mix(long z) {
        long a = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        long b = (a ^ (a >>> 27)) * 0x94D049BB133111EBL;
        return b ^ (b >>> 31);
    }
}
