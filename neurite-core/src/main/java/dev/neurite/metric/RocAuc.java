package dev.neurite.metric;

/// Area under the ROC curve: the probability that a row of the class gets a higher score than a row that is not of
/// it, ties counting one half (Hanley and McNeil 1982), with weights. NaN where only one class is there.
record RocAuc(Averaging average) implements OfClasses {
    @Override
    public String name() {
        return "auc" + average.suffix();
    }

    @Override
    public boolean higherIsBetter() {
        return true;
    }

    @Override
    public Accumulator accumulator(int outputs, int targets) {
        average.requireFits(name(), outputs);
        return new Ranking(outputs, targets, average, Area::new);
    }

    private static final class Area implements ScoredRows.Curve {
        private double positives;
        private double negatives;
        private double area;

        @Override
        public void add(double tiedPositives, double tiedNegatives) {
            area += tiedNegatives * (positives + tiedPositives / 2);
            positives += tiedPositives;
            negatives += tiedNegatives;
        }

        @Override
        public double value() {
            return area / (positives * negatives);
        }
    }
}
