package dev.neurite.metric;

import java.util.function.ToDoubleFunction;

/// Counts decisions: of classes in one table of counts, of yes-or-no outputs in one for each.
final class Tally implements Metric.Accumulator {
    /// A metric of the counts.
    @FunctionalInterface
    interface Score {
        double of(Tally tally);
    }

    private final boolean areClasses;
    private final int outputs;
    private final ClassCounts[] counts;
    private final Score score;

    Tally(int outputs, int targets, Score score) {
        this.areClasses = Shapes.areClasses(outputs, targets);
        this.outputs = outputs;
        this.score = score;
        this.counts = new ClassCounts[areClasses ? 1 : outputs];
        for (int i = 0; i < counts.length; i++) {
            counts[i] = new ClassCounts(areClasses ? outputs : 2);
        }
    }

    @Override
    public void add(float[] predictions, int pOffset, float[] targets, int tOffset, double weight) {
        if (areClasses) {
            counts[0].add(Accuracy.mostLikely(predictions, pOffset, outputs), (int) targets[tOffset], weight);
            return;
        }
        for (int j = 0; j < outputs; j++) {
            counts[j].add(side(predictions[pOffset + j]), side(targets[tOffset + j]), weight);
        }
    }

    /// 1 for yes, 0 for no.
    static int side(float probability) {
        return probability > 0.5f ? 1 : 0;
    }

    @Override
    public double value() {
        return score.of(this);
    }

    /// Whether the outputs are classes of which one is true.
    boolean areClasses() {
        return areClasses;
    }

    /// The number of classes, or of yes-or-no outputs.
    int classes() {
        return outputs;
    }

    /// The counts that hold class `k`.
    ClassCounts countsOf(int k) {
        return counts[areClasses ? 0 : k];
    }

    /// The index of class `k` in [#countsOf].
    int indexOf(int k) {
        return areClasses ? k : 1;
    }

    /// The mean over the tables of counts of a number of each.
    double mean(ToDoubleFunction<ClassCounts> of) {
        double sum = 0;
        for (ClassCounts each : counts) {
            sum += of.applyAsDouble(each);
        }
        return sum / counts.length;
    }
}
