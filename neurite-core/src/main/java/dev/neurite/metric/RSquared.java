package dev.neurite.metric;

/// `1 − Σ w(t − p)² / Σ w(t − mean t)²` for each output, mean over outputs; NaN for a constant target.
record RSquared() implements Metric {
    @Override
    public String name() {
        return "r2";
    }

    @Override
    public boolean higherIsBetter() {
        return true;
    }

    @Override
    public Accumulator accumulator(int outputs, int targets) {
        return new Sums(outputs);
    }

    /// Running mean and squared deviations by the update of West (1979), which does not cancel.
    private static final class Sums implements Accumulator {
        private final double[] mean;
        private final double[] deviations;
        private final double[] errors;
        private double weights;

        Sums(int outputs) {
            mean = new double[outputs];
            deviations = new double[outputs];
            errors = new double[outputs];
        }

        @Override
        public void add(float[] predictions, int pOffset, float[] targets, int tOffset, double weight) {
            if (weight == 0) {
                return;
            }
            weights += weight;
            for (int j = 0; j < mean.length; j++) {
                double target = targets[tOffset + j];
                double error = target - predictions[pOffset + j];
                double difference = target - mean[j];
                mean[j] += weight / weights * difference;
                deviations[j] += weight * difference * (target - mean[j]);
                errors[j] += weight * error * error;
            }
        }

        @Override
        public double value() {
            double sum = 0;
            for (int j = 0; j < mean.length; j++) {
                sum += deviations[j] > 0 ? 1 - errors[j] / deviations[j] : Double.NaN;
            }
            return sum / mean.length;
        }
    }
}
