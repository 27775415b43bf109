package dev.neurite.metric;

import java.util.Arrays;

/// `1 − unexplained / Σ w (t − mean t)²` for each output, mean over outputs; NaN for a constant target.
final class Explained implements Metric.Accumulator {
    private final boolean ignoresBias;
    private final Moments[] targets;
    private final Moments[] errors;
    private final double[] squares;

    /// @param ignoresBias whether the mean of the errors is taken off them
    Explained(int outputs, boolean ignoresBias) {
        this.ignoresBias = ignoresBias;
        this.targets = new Moments[outputs];
        this.errors = new Moments[outputs];
        this.squares = new double[outputs];
        Arrays.setAll(targets, _ -> new Moments());
        Arrays.setAll(errors, _ -> new Moments());
    }

    @Override
    public void add(float[] predictions, int pOffset, float[] targetRows, int tOffset, double weight) {
        for (int j = 0; j < squares.length; j++) {
            double target = targetRows[tOffset + j];
            double error = target - predictions[pOffset + j];
            targets[j].add(target, weight);
            errors[j].add(error, weight);
            squares[j] += weight * error * error;
        }
    }

    @Override
    public double value() {
        double sum = 0;
        for (int j = 0; j < squares.length; j++) {
            double unexplained = ignoresBias ? errors[j].deviations() : squares[j];
            double all = targets[j].deviations();
            sum += all > 0 ? 1 - unexplained / all : Double.NaN;
        }
        return sum / squares.length;
    }
}
