package dev.neurite.table;

import java.util.Arrays;

/// Mean and standard deviation of a sample, for standardising; computed in double, in the order of the values, in two
/// passes. The deviation is the population's (divided by n).
///
/// A few values far from all others (a 999999 for "unknown") would stretch the scale until the others are one and the
/// same, so values outside a fence count as if they stood on it. The fence lies 10 times the distance between the 5 %
/// and the 95 % quantile beyond each; ordinary samples, also skewed ones, have nothing outside. Where the two quantiles
/// are equal there is no fence.
///
/// @param mean the mean
/// @param std the standard deviation
/// @param outside how many values lay outside the fence
record Moments(double mean, double std, int outside) {
    private static final double TAIL = 0.05;
    private static final double REACH = 10;

    /// Mean and deviation of all values.
    static Moments of(float[] values) {
        return within(values, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
    }

    /// Mean and deviation with what is outside the fence moved onto it.
    static Moments fenced(float[] values) {
        if (values.length == 0) {
            return new Moments(0, 0, 0);
        }
        float[] sorted = values.clone();
        Arrays.sort(sorted);
        int last = sorted.length - 1;
        double low = sorted[(int) StrictMath.floor(TAIL * last)];
        double high = sorted[(int) StrictMath.ceil((1 - TAIL) * last)];
        double reach = high > low ? REACH * (high - low) : Double.POSITIVE_INFINITY;
        return within(values, low - reach, high + reach);
    }

    private static Moments within(float[] values, double low, double high) {
        double sum = 0;
        int outside = 0;
        for (float value : values) {
            sum += Math.min(Math.max(value, low), high);
            outside += value < low || value > high ? 1 : 0;
        }
        double mean = sum / values.length;
        double squares = 0;
        for (float value : values) {
            double deviation = Math.min(Math.max(value, low), high) - mean;
            squares += deviation * deviation;
        }
        return new Moments(mean, Math.sqrt(squares / values.length), outside);
    }
}
