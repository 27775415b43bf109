package dev.neurite.metric;

/// The median of |p − t| for each output, mean over outputs: half of the weight has a smaller error, half a larger
/// one. Where two errors bound it, their mean. Each error is rounded to float.
record MedianAbsoluteError() implements OfNumbers {
    @Override
    public String name() {
        return "medianAbsoluteError";
    }

    @Override
    public boolean higherIsBetter() {
        return false;
    }

    @Override
    public boolean inTargetUnit() {
        return true;
    }

    @Override
    public Accumulator accumulator(int outputs, int targets) {
        Shapes.requireNumbers(name(), outputs, targets);
        return new Medians(outputs);
    }

    private static final class Medians implements Accumulator {
        private static final double ROUNDING = 1e-12; // of sums of weights

        private final float[] errors;
        private final KeptRows rows;

        Medians(int outputs) {
            errors = new float[outputs];
            rows = new KeptRows(outputs);
        }

        @Override
        public void add(float[] predictions, int pOffset, float[] targets, int tOffset, double weight) {
            for (int j = 0; j < errors.length; j++) {
                errors[j] = (float) Math.abs((double) predictions[pOffset + j] - targets[tOffset + j]);
            }
            rows.add(errors, 0, weight);
        }

        @Override
        public double value() {
            double sum = 0;
            for (int j = 0; j < errors.length; j++) {
                sum += median(rows.column(j));
            }
            return sum / errors.length;
        }

        private double median(float[] values) {
            int[] order = Order.ascending(values);
            double half = 0;
            for (int row = 0; row < values.length; row++) {
                half += rows.weight(row) / 2;
            }
            double below = 0;
            for (int i = 0; i < order.length; i++) {
                below += rows.weight(order[i]);
                if (below >= half * (1 - ROUNDING)) {
                    boolean between = below <= half * (1 + ROUNDING) && i + 1 < order.length;
                    return ((double) values[order[i]] + values[order[between ? i + 1 : i]]) / 2;
                }
            }
            return Double.NaN;
        }
    }
}
