package dev.neurite.metric;

/// How often each class was right, predicted and true, by weight.
final class ClassCounts {
    private final double[] hits;
    private final double[] predicted;
    private final double[] actual;
    private double total;

    ClassCounts(int classes) {
        hits = new double[classes];
        predicted = new double[classes];
        actual = new double[classes];
    }

    void add(int prediction, int truth, double weight) {
        predicted[prediction] += weight;
        actual[truth] += weight;
        total += weight;
        if (prediction == truth) {
            hits[truth] += weight;
        }
    }

    int classes() {
        return hits.length;
    }

    /// Weight of rows of class `k` that were predicted as such.
    double hits(int k) {
        return hits[k];
    }

    /// Weight of rows that were predicted as class `k`.
    double predicted(int k) {
        return predicted[k];
    }

    /// Weight of rows that are of class `k`.
    double actual(int k) {
        return actual[k];
    }

    /// Weight of all rows.
    double total() {
        return total;
    }

    double allHits() {
        double sum = 0;
        for (double hit : hits) {
            sum += hit;
        }
        return sum;
    }

    /// `Σ actualₖ predictedₖ`: what agrees by chance, times the total.
    double chance() {
        double sum = 0;
        for (int k = 0; k < hits.length; k++) {
            sum += actual[k] * predicted[k];
        }
        return sum;
    }
}
