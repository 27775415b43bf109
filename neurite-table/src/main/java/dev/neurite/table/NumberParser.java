package dev.neurite.table;

import java.nio.charset.StandardCharsets;

/// Reads decimal numbers as tables write them, the same in every locale.
///
/// A number is `[+-] digits [. digits] [e [+-] digits]`, with at least one digit before or after the point, in ASCII;
/// blanks around it are ignored. What else Java's own parser takes (`0x1p3`, `1d`, `1f`) is text. `nan`, `inf` and
/// `infinity` in any case, with or without a sign, are [#NOT_FINITE], and so is a number too large for float32, in
/// which networks compute.
final class NumberParser {
    static final byte MISSING = 0;
    static final byte NUMBER = 1;
    static final byte NOT_FINITE = 2;
    static final byte TEXT = 3;

    private static final long EXACT = 1L << 53;
    private static final long ROOM = Long.MAX_VALUE / 10 - 1;
    private static final double[] POWERS = {
        1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19,
        1e20, 1e21, 1e22
    };

    private byte[] text = {};
    private int at;
    private int end;
    private long digits; // the leading digits as an integer
    private int scale; // the power of ten that completes them
    private boolean exact; // whether no digit was left out of `digits`
    private double value;

    /// The number that [#parse] read last.
    double value() {
        return value;
    }

    /// Reads the bytes `from` (inclusive) to `to` (exclusive) and says what they are.
    byte parse(byte[] bytes, int from, int to) {
        text = bytes;
        at = from;
        end = to;
        value = Double.NaN;
        trim();
        if (at == end) {
            return MISSING;
        }
        int start = at;
        boolean negative = sign();
        if (!decimal()) {
            return nonFiniteWord() ? NOT_FINITE : TEXT;
        }
        double magnitude = exact && digits <= EXACT && Math.abs(scale) < POWERS.length ? scaled() : general(start);
        double read = negative ? -Math.abs(magnitude) : magnitude;
        if (!Float.isFinite((float) read)) {
            return NOT_FINITE;
        }
        value = read;
        return NUMBER;
    }

    /// What a number of a typed source is.
    static byte state(double number) {
        if (Double.isNaN(number)) {
            return MISSING;
        }
        return Float.isFinite((float) number) ? NUMBER : NOT_FINITE;
    }

    private void trim() {
        while (at < end && text[at] >= 0 && text[at] <= ' ') {
            at++;
        }
        while (at < end && text[end - 1] >= 0 && text[end - 1] <= ' ') {
            end--;
        }
    }

    private boolean sign() {
        if (text[at] != '-' && text[at] != '+') {
            return false;
        }
        return text[at++] == '-';
    }

    private boolean decimal() {
        int first = at;
        digits = 0;
        scale = 0;
        exact = true;
        int count = digits(0);
        if (at < end && text[at] == '.') {
            at++;
            count += digits(-1);
        }
        boolean number = count > 0 && exponent() && at == end;
        at = number ? at : first;
        return number;
    }

    /// Reads a run of digits, each of which moves the scale by `step`; returns how many there were.
    private int digits(int step) {
        int first = at;
        for (; at < end && isDigit(text[at]); at++) {
            if (digits <= ROOM) {
                digits = 10 * digits + (text[at] - '0');
                scale += step;
            } else {
                exact = false;
            }
        }
        return at - first;
    }

    private boolean exponent() {
        if (at == end || (text[at] != 'e' && text[at] != 'E')) {
            return true;
        }
        at++;
        boolean negative = at < end && sign();
        int first = at;
        int power = 0;
        for (; at < end && isDigit(text[at]); at++) {
            power = Math.min(100_000, 10 * power + (text[at] - '0'));
        }
        scale += negative ? -power : power;
        return at > first;
    }

    private static boolean isDigit(byte b) {
        return b >= '0' && b <= '9';
    }

    /// Exact integer and exact power of ten, so one correctly rounded operation (Clinger, *How to Read Floating
    /// Point Numbers Accurately*, 1990).
    private double scaled() {
        return scale < 0 ? digits / POWERS[-scale] : digits * POWERS[scale];
    }

    private double general(int start) {
        return Math.abs(Double.parseDouble(new String(text, start, end - start, StandardCharsets.ISO_8859_1)));
    }

    private boolean nonFiniteWord() {
        int length = end - at;
        if (length != 3 && length != 8) {
            return false;
        }
        String word = new String(text, at, length, StandardCharsets.ISO_8859_1);
        return word.equalsIgnoreCase("nan") || word.equalsIgnoreCase("inf") || word.equalsIgnoreCase("infinity");
    }
}
