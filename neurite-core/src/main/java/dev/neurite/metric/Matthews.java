package dev.neurite.metric;

/// Correlation of truth and prediction: `(c s − Σ tₖ pₖ) / √((s² − Σ pₖ²)(s² − Σ tₖ²))` with the weight s of all rows,
/// c of the right ones, tₖ of those of class k and pₖ of those predicted as k (Matthews 1975; for more than two
/// classes Gorodkin 2004, equation 8); of yes-or-no outputs the mean over them. 1 is perfect, 0 is guessing; 0 too
/// where all rows are, or are predicted as, one class.
record Matthews() implements OfClasses {
    @Override
    public String name() {
        return "matthews";
    }

    @Override
    public boolean higherIsBetter() {
        return true;
    }

    @Override
    public Accumulator accumulator(int outputs, int targets) {
        return new Tally(outputs, targets, tally -> tally.mean(Matthews::of));
    }

    private static double of(ClassCounts counts) {
        double total = counts.total();
        double predicted = 0;
        double actual = 0;
        for (int k = 0; k < counts.classes(); k++) {
            predicted += counts.predicted(k) * (total - counts.predicted(k));
            actual += counts.actual(k) * (total - counts.actual(k));
        }
        double covariance = counts.allHits() * total - counts.chance();
        return predicted > 0 && actual > 0 ? covariance / Math.sqrt(predicted) / Math.sqrt(actual) : 0;
    }
}
