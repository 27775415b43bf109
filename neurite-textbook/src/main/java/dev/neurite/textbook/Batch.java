package dev.neurite.textbook;

import java.util.Arrays;

/// Samples with their targets and weights. The arrays are the caller's own, not copies.
public final class Batch {
    private final double[][] x;
    private final double[][] targets;
    private final double[] weights;

    private Batch(double[][] x, double[][] targets, double[] weights) {
        if (targets.length != x.length || weights.length != x.length) {
            throw new IllegalArgumentException("a batch must have as many targets and weights as samples, got "
                    + targets.length + " targets and " + weights.length + " weights for " + x.length + " samples");
        }
        if (!(Arrays.stream(weights).sum() > 0)) {
            throw new IllegalArgumentException(
                    "weights of a batch must have a positive sum, got " + Arrays.toString(weights));
        }
        this.x = x;
        this.targets = targets;
        this.weights = weights;
    }

    /// Samples of weight 1.
    ///
    /// @param x       samples (rows, inputs)
    /// @param targets targets (rows, targets), as the loss wants them
    public static Batch of(double[][] x, double[][] targets) {
        double[] ones = new double[x.length];
        Arrays.fill(ones, 1);
        return new Batch(x, targets, ones);
    }

    /// Samples of weight 1 with class indices from 0.
    public static Batch ofClasses(double[][] x, int[] classes) {
        return of(x, Arrays.stream(classes).mapToObj(k -> new double[] {k}).toArray(double[][]::new));
    }

    /// The same samples with other weights, not negative and not all 0.
    public Batch withWeights(double[] newWeights) {
        return new Batch(x, targets, newWeights);
    }

    /// The given rows in the given order.
    public Batch rows(int... order) {
        return new Batch(
                Arrays.stream(order).mapToObj(r -> x[r]).toArray(double[][]::new),
                Arrays.stream(order).mapToObj(r -> targets[r]).toArray(double[][]::new),
                Arrays.stream(order).mapToDouble(r -> weights[r]).toArray());
    }

    /// Number of samples n.
    public int size() {
        return x.length;
    }

    /// X (rows, inputs).
    public double[][] x() {
        return x;
    }

    /// T (rows, targets).
    public double[][] targets() {
        return targets;
    }

    /// `Σᵣ w[r]`.
    public double weightSum() {
        return Arrays.stream(weights).sum();
    }

    /// w (rows).
    public double[] weights() {
        return weights;
    }
}
