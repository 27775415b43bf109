package dev.neurite.metric;

/// Errors of one row, mean over its outputs.
final class Errors {
    private Errors() {}

    static double squared(float[] p, int pAt, float[] t, int tAt, int outputs) {
        double sum = 0;
        for (int j = 0; j < outputs; j++) {
            double error = (double) p[pAt + j] - t[tAt + j];
            sum += error * error;
        }
        return sum / outputs;
    }

    static double absolute(float[] p, int pAt, float[] t, int tAt, int outputs) {
        double sum = 0;
        for (int j = 0; j < outputs; j++) {
            sum += Math.abs((double) p[pAt + j] - t[tAt + j]);
        }
        return sum / outputs;
    }
}
