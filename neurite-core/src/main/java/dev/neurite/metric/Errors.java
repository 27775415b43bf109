package dev.neurite.metric;

/// Errors of one row, mean over its outputs.
final class Errors {
    /// The error of one prediction.
    @FunctionalInterface
    interface OfOne {
        double of(double prediction, double target);
    }

    private Errors() {}

    static double mean(float[] p, int pAt, float[] t, int tAt, int outputs, OfOne error) {
        double sum = 0;
        for (int j = 0; j < outputs; j++) {
            sum += error.of(p[pAt + j], t[tAt + j]);
        }
        return sum / outputs;
    }

    static double squared(float[] p, int pAt, float[] t, int tAt, int outputs) {
        return mean(p, pAt, t, tAt, outputs, (prediction, target) -> (prediction - target) * (prediction - target));
    }

    static double absolute(float[] p, int pAt, float[] t, int tAt, int outputs) {
        return mean(p, pAt, t, tAt, outputs, (prediction, target) -> Math.abs(prediction - target));
    }
}
