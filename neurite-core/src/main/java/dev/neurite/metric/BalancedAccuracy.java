package dev.neurite.metric;

/// Mean over the classes that occur of the share of their rows that were predicted right (Brodersen et al. 2010); of
/// yes-or-no outputs the mean over them. Guessing reaches one over the number of classes, however rare some are.
record BalancedAccuracy() implements OfClasses {
    @Override
    public String name() {
        return "balancedAccuracy";
    }

    @Override
    public boolean higherIsBetter() {
        return true;
    }

    @Override
    public Accumulator accumulator(int outputs, int targets) {
        return new Tally(outputs, targets, tally -> tally.mean(BalancedAccuracy::of));
    }

    private static double of(ClassCounts counts) {
        double sum = 0;
        int there = 0;
        for (int k = 0; k < counts.classes(); k++) {
            if (counts.actual(k) > 0) {
                sum += counts.hits(k) / counts.actual(k);
                there++;
            }
        }
        return sum / there;
    }
}
