package dev.neurite.metric;

/// `Fᵦ = (1 + β²) P R / (β² P + R)`, the harmonic mean of precision P and recall R in which recall counts β times
/// as much (van Rijsbergen 1979, chapter 7). β = 0 is precision itself, β = ∞ recall itself.
///
/// With hits h, predictions p and truths t of a class: `(1 + β²) h / (β² t + p)`, 0 where the class neither is nor is
/// predicted (for precision: is never predicted; for recall: never is). The macro mean is over the classes that are
/// or are predicted, of yes-or-no outputs over all.
record FScore(double beta, Averaging average) implements OfClasses {
    FScore {
        if (!(beta >= 0)) {
            throw new IllegalArgumentException("FScore.beta must be a number that is not negative, got " + beta);
        }
    }

    @Override
    public String name() {
        return stem() + average.suffix();
    }

    private String stem() {
        return beta == 0 ? "precision" : Double.isInfinite(beta) ? "recall" : "f" + Metrics.text(beta);
    }

    @Override
    public boolean higherIsBetter() {
        return true;
    }

    @Override
    public Accumulator accumulator(int outputs, int targets) {
        average.requireFits(name(), outputs);
        return new Tally(outputs, targets, this::of);
    }

    private double of(Tally tally) {
        return switch (average) {
            case Averaging.OfClass(int index) -> ofClass(tally, index);
            case Averaging.Micro _ -> micro(tally);
            case Averaging.Weighted _ -> weighted(tally);
            case Averaging.Macro _ -> macro(tally);
            case Averaging.Standard _ -> standard(tally);
        };
    }

    private double standard(Tally tally) {
        int classes = tally.classes();
        boolean twoSided = tally.areClasses() ? classes == 2 : classes == 1;
        return twoSided ? ofClass(tally, classes - 1) : macro(tally);
    }

    private double ofClass(Tally tally, int k) {
        ClassCounts counts = tally.countsOf(k);
        int index = tally.indexOf(k);
        return of(counts.hits(index), counts.predicted(index), counts.actual(index));
    }

    private double macro(Tally tally) {
        double sum = 0;
        int there = 0;
        for (int k = 0; k < tally.classes(); k++) {
            ClassCounts counts = tally.countsOf(k);
            boolean seen = !tally.areClasses() || counts.predicted(k) > 0 || counts.actual(k) > 0;
            sum += seen ? ofClass(tally, k) : 0;
            there += seen ? 1 : 0;
        }
        return sum / there;
    }

    private double weighted(Tally tally) {
        double sum = 0;
        double weights = 0;
        for (int k = 0; k < tally.classes(); k++) {
            double weight = tally.countsOf(k).actual(tally.indexOf(k));
            sum += weight * ofClass(tally, k);
            weights += weight;
        }
        return weights > 0 ? sum / weights : 0;
    }

    private double micro(Tally tally) {
        double hits = 0;
        double predicted = 0;
        double actual = 0;
        for (int k = 0; k < tally.classes(); k++) {
            ClassCounts counts = tally.countsOf(k);
            hits += counts.hits(tally.indexOf(k));
            predicted += counts.predicted(tally.indexOf(k));
            actual += counts.actual(tally.indexOf(k));
        }
        return of(hits, predicted, actual);
    }

    private double of(double hits, double predicted, double actual) {
        double above = Double.isInfinite(beta) ? hits : (1 + beta * beta) * hits;
        double below = Double.isInfinite(beta) ? actual : beta * beta * actual + predicted;
        return below > 0 ? above / below : 0;
    }
}
