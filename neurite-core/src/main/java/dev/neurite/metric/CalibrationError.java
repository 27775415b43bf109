package dev.neurite.metric;

/// Expected calibration error: `Σᵦ wᵦ |accuracyᵦ − confidenceᵦ|` over equally wide bins `(b/n, (b+1)/n]` of the
/// confidence, the probability of what is predicted (Guo et al. 2017, equation 3; 15 bins as there). Of yes-or-no
/// outputs the mean over them; their confidence is that of the likelier side.
record CalibrationError(int bins) implements OfClasses {
    /// As in the paper.
    static final int USUAL_BINS = 15;

    CalibrationError {
        if (bins < 1) {
            throw new IllegalArgumentException("CalibrationError.bins must be positive, got " + bins);
        }
    }

    @Override
    public String name() {
        return "calibrationError" + (bins == USUAL_BINS ? "" : bins);
    }

    @Override
    public boolean higherIsBetter() {
        return false;
    }

    @Override
    public boolean ofProbabilities() {
        return true;
    }

    @Override
    public Accumulator accumulator(int outputs, int targets) {
        return new Binned(outputs, Shapes.areClasses(outputs, targets));
    }

    private final class Binned implements Accumulator {
        private final int outputs;
        private final boolean areClasses;
        private final double[] differences; // of right answers and confidence, by weight
        private double weights;

        Binned(int outputs, boolean areClasses) {
            this.outputs = outputs;
            this.areClasses = areClasses;
            this.differences = new double[areClasses ? bins : outputs * bins];
        }

        @Override
        public void add(float[] predictions, int pOffset, float[] targets, int tOffset, double weight) {
            weights += weight;
            if (areClasses) {
                int likely = Accuracy.mostLikely(predictions, pOffset, outputs);
                count(0, predictions[pOffset + likely], likely == (int) targets[tOffset], weight);
                return;
            }
            for (int j = 0; j < outputs; j++) {
                float probability = predictions[pOffset + j];
                double confidence = Math.max(probability, 1.0 - probability);
                count(j, confidence, Tally.side(probability) == Tally.side(targets[tOffset + j]), weight);
            }
        }

        private void count(int output, double confidence, boolean right, double weight) {
            int bin = Math.clamp((int) Math.ceil(confidence * bins) - 1, 0, bins - 1);
            differences[output * bins + bin] += weight * ((right ? 1 : 0) - confidence);
        }

        @Override
        public double value() {
            int tables = differences.length / bins;
            double sum = 0;
            for (double difference : differences) {
                sum += Math.abs(difference);
            }
            return sum / weights / tables;
        }
    }
}
