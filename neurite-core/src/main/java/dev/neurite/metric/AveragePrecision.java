package dev.neurite.metric;

/// `Σₙ (Rₙ − Rₙ₋₁) Pₙ` with precision P and recall R of "of the class from this score on", over the scores that
/// occur from the highest down (Manning, Raghavan and Schütze 2008, section 8.4): the area under the steps of the
/// precision-recall curve, with weights. NaN where no row is of the class.
record AveragePrecision(Averaging average) implements OfClasses {
    @Override
    public String name() {
        return "averagePrecision" + average.suffix();
    }

    @Override
    public boolean higherIsBetter() {
        return true;
    }

    @Override
    public Accumulator accumulator(int outputs, int targets) {
        average.requireFits(name(), outputs);
        return new Ranking(outputs, targets, average, Steps::new);
    }

    private static final class Steps implements ScoredRows.Curve {
        private double positives;
        private double all;
        private double sum;

        @Override
        public void add(double tiedPositives, double tiedNegatives) {
            positives += tiedPositives;
            all += tiedPositives + tiedNegatives;
            sum += tiedPositives * (positives / all);
        }

        @Override
        public double value() {
            return sum / positives;
        }
    }
}
