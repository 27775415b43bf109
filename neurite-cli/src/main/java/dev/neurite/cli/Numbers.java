package dev.neurite.cli;

import java.math.BigDecimal;
import java.util.Locale;

/// Numbers as people read them.
final class Numbers {
    private static final int DIGITS = 5;

    private Numbers() {}

    /// Five significant digits, plain where that is readable; `-` for NaN.
    static String text(double value) {
        if (!Double.isFinite(value)) {
            return Double.isNaN(value) ? "-" : String.valueOf(value);
        }
        double size = Math.abs(value);
        if (size != 0 && (size < 1e-4 || size >= 1e9)) {
            return String.format(Locale.ROOT, "%.3e", value);
        }
        int digits = DIGITS - 1;
        for (double power = 10; power <= size && digits > 0; power *= 10) {
            digits--;
        }
        return fixed(value, digits);
    }

    /// A number as people write it: `0.001`, `1000000`.
    static String plain(double value) {
        return Double.isFinite(value)
                ? new BigDecimal(String.valueOf(value)).stripTrailingZeros().toPlainString()
                : String.valueOf(value);
    }

    /// With a number of digits behind the point.
    static String fixed(double value, int digits) {
        return String.format(Locale.ROOT, "%,." + digits + "f", value);
    }

    /// With a mark between thousands.
    static String count(long value) {
        return String.format(Locale.ROOT, "%,d", value);
    }

    /// A number of bytes: `1,234 bytes` or `12.3 kB`.
    static String bytes(long value) {
        return value < 10_000
                ? count(value) + " bytes"
                : value < 10_000_000 ? fixed(value / 1e3, 1) + " kB" : fixed(value / 1e6, 1) + " MB";
    }

    /// A duration: `0.8 s`, `72 s`, `3:25 min`, `2:03 h`.
    static String seconds(double value) {
        if (value < 100) {
            return fixed(value, value < 10 ? 1 : 0) + " s";
        }
        long minutes = Math.round(value) / 60;
        return minutes < 60
                ? String.format(Locale.ROOT, "%d:%02d min", minutes, Math.round(value) % 60)
                : String.format(Locale.ROOT, "%d:%02d h", minutes / 60, minutes % 60);
    }

    /// A number and a noun: `1 row`, `2 rows`.
    static String of(long value, String noun) {
        return count(value) + " " + noun + (value == 1 ? "" : "s");
    }
}
