package dev.neurite.metric;

import java.util.Arrays;

/// Area under the ROC curve: the probability that a row of the class gets a higher score than a row that is not of
/// it, ties counting one half (Hanley and McNeil 1982), with weights. NaN where only one class is there.
record RocAuc() implements Metric {
    @Override
    public String name() {
        return "auc";
    }

    @Override
    public boolean higherIsBetter() {
        return true;
    }

    @Override
    public Accumulator accumulator(int outputs, int targets) {
        return new Scores(outputs, targets);
    }

    /// Keeps all scores, since the metric is about their order.
    private static final class Scores implements Accumulator {
        private final int outputs;
        private final int targets;
        private float[] scores = new float[64];
        private float[] truths = new float[64];
        private double[] weights = new double[64];
        private int size;

        Scores(int outputs, int targets) {
            this.outputs = outputs;
            this.targets = targets;
        }

        @Override
        public void add(float[] predictions, int pOffset, float[] targetRows, int tOffset, double weight) {
            if (size == weights.length) {
                weights = Arrays.copyOf(weights, 2 * size);
            }
            scores = grown(scores, (size + 1) * outputs);
            truths = grown(truths, (size + 1) * targets);
            System.arraycopy(predictions, pOffset, scores, size * outputs, outputs);
            System.arraycopy(targetRows, tOffset, truths, size * targets, targets);
            weights[size++] = weight;
        }

        private static float[] grown(float[] array, int length) {
            return length <= array.length ? array : Arrays.copyOf(array, 2 * length);
        }

        @Override
        public double value() {
            if (targets < outputs && outputs == 2) {
                return area(1);
            }
            double sum = 0;
            int defined = 0;
            for (int k = 0; k < outputs; k++) {
                double area = area(k);
                if (!Double.isNaN(area)) {
                    sum += area;
                    defined++;
                }
            }
            return sum / defined;
        }

        private boolean positive(int row, int output) {
            return targets < outputs ? truths[row] == output : truths[row * targets + output] > 0.5f;
        }

        private double area(int output) {
            Integer[] order = new Integer[size];
            Arrays.setAll(order, i -> i);
            Arrays.sort(order, (a, b) -> Float.compare(scores[a * outputs + output], scores[b * outputs + output]));
            double negativesBelow = 0;
            double positives = 0;
            double area = 0;
            for (int from = 0, to; from < size; from = to) {
                to = endOfTies(order, from, output);
                double tiedNegatives = weight(order, from, to, output, false);
                double tiedPositives = weight(order, from, to, output, true);
                area += tiedPositives * (negativesBelow + tiedNegatives / 2);
                negativesBelow += tiedNegatives;
                positives += tiedPositives;
            }
            return area / (positives * negativesBelow);
        }

        private int endOfTies(Integer[] order, int from, int output) {
            float score = scores[order[from] * outputs + output];
            int to = from + 1;
            while (to < size && scores[order[to] * outputs + output] == score) {
                to++;
            }
            return to;
        }

        private double weight(Integer[] order, int from, int to, int output, boolean wanted) {
            double sum = 0;
            for (int i = from; i < to; i++) {
                sum += positive(order[i], output) == wanted ? weights[order[i]] : 0;
            }
            return sum;
        }
    }
}
