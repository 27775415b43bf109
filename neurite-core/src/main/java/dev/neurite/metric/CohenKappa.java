package dev.neurite.metric;

/// `κ = (a − e) / (1 − e)`: agreement a of truth and prediction beyond the agreement `e = Σ tₖ pₖ / s²` that the
/// shares of the classes alone give (Cohen 1960); of yes-or-no outputs the mean over them. NaN where all rows are and
/// are predicted as one class.
record CohenKappa() implements OfClasses {
    @Override
    public String name() {
        return "kappa";
    }

    @Override
    public boolean higherIsBetter() {
        return true;
    }

    @Override
    public Accumulator accumulator(int outputs, int targets) {
        return new Tally(outputs, targets, tally -> tally.mean(CohenKappa::of));
    }

    private static double of(ClassCounts counts) {
        double total = counts.total();
        double chance = counts.chance() / total;
        return (counts.allHits() - chance) / (total - chance);
    }
}
