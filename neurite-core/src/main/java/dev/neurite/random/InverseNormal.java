package dev.neurite.random;

/// Normal numbers without objects, for draws inside a step: the inverse of the normal distribution function.
///
/// Algorithm AS 241, PPND7, of Wichura 1988, "The percentage points of the normal distribution": three rational
/// functions, right to about seven digits.
public final class InverseNormal {
    private static final double UNIT = 0x1.0p-53;

    private InverseNormal() {}

    /// A standard normal number, number `index` of `key`.
    public static double draw(long key, long index) {
        return of(((Seed.mixed(key, index, 0) >>> 11) + 0.5) * UNIT);
    }

    /// The z with `Φ(z) = p`, for p in (0, 1).
    public static double of(double p) {
        double q = p - 0.5;
        if (Math.abs(q) <= 0.425) {
            return q * central(0.180625 - q * q);
        }
        double r = Math.sqrt(-StrictMath.log(Math.min(p, 1 - p)));
        double z = r <= 5 ? tail(r - 1.6) : farTail(r - 5);
        return q < 0 ? -z : z;
    }

    private static double central(double r) {
        return (((59.109374720 * r + 159.29113202) * r + 50.434271938) * r + 3.3871327179)
                / (((67.187563600 * r + 78.757757664) * r + 17.895169469) * r + 1);
    }

    private static double tail(double r) {
        return (((0.17023821103 * r + 1.3067284816) * r + 2.7568153900) * r + 1.4234372777)
                / ((0.12021132975 * r + 0.73700164250) * r + 1);
    }

    private static double farTail(double r) {
        return (((0.017337203997 * r + 0.42868294337) * r + 3.0812263860) * r + 6.6579051150)
                / ((0.012258202635 * r + 0.24197894225) * r + 1);
    }
}
