package dev.neurite.metric;

import java.util.function.Supplier;

/// Keeps all scores and truths, for a metric of how the scores of a class order the rows: those of the class, and the
/// rest. A mean over classes leaves those out for which the metric is not defined, as no row is of them or all are.
final class Ranking implements Metric.Accumulator {
    private final boolean areClasses;
    private final int outputs;
    private final Averaging average;
    private final Supplier<ScoredRows.Curve> curve;
    private final KeptRows scores;
    private final KeptRows truths;

    Ranking(int outputs, int targets, Averaging average, Supplier<ScoredRows.Curve> curve) {
        this.areClasses = Shapes.areClasses(outputs, targets);
        this.outputs = outputs;
        this.average = average;
        this.curve = curve;
        this.scores = new KeptRows(outputs);
        this.truths = new KeptRows(targets);
    }

    @Override
    public void add(float[] predictions, int pOffset, float[] targets, int tOffset, double weight) {
        scores.add(predictions, pOffset, weight);
        truths.add(targets, tOffset, weight);
    }

    @Override
    public double value() {
        return switch (average) {
            case Averaging.OfClass(int index) -> ofClass(index).measure(curve.get());
            case Averaging.Macro _ -> mean(false);
            case Averaging.Weighted _ -> mean(true);
            case Averaging.Micro _ -> ofAll().measure(curve.get());
            case Averaging.Standard _ -> areClasses && outputs == 2 ? ofClass(1).measure(curve.get()) : mean(false);
        };
    }

    private double mean(boolean byWeight) {
        double sum = 0;
        double weights = 0;
        for (int k = 0; k < outputs; k++) {
            ScoredRows rows = ofClass(k);
            double value = rows.measure(curve.get());
            if (!Double.isNaN(value)) {
                double weight = byWeight ? rows.weightOfPositives() : 1;
                sum += weight * value;
                weights += weight;
            }
        }
        return sum / weights;
    }

    private boolean isPositive(int row, int k) {
        return areClasses ? truths.value(row, 0) == k : truths.value(row, k) > 0.5f;
    }

    private ScoredRows ofClass(int k) {
        boolean[] positive = new boolean[scores.size()];
        double[] weights = new double[scores.size()];
        for (int row = 0; row < positive.length; row++) {
            positive[row] = isPositive(row, k);
            weights[row] = scores.weight(row);
        }
        return new ScoredRows(scores.column(k), positive, weights);
    }

    /// Each score of each class as a row of its own.
    private ScoredRows ofAll() {
        int size = Math.multiplyExact(scores.size(), outputs);
        float[] all = new float[size];
        boolean[] positive = new boolean[size];
        double[] weights = new double[size];
        for (int i = 0; i < size; i++) {
            all[i] = scores.value(i / outputs, i % outputs);
            positive[i] = isPositive(i / outputs, i % outputs);
            weights[i] = scores.weight(i / outputs);
        }
        return new ScoredRows(all, positive, weights);
    }
}
