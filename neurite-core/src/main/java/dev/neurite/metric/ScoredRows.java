package dev.neurite.metric;

/// Rows with a score, each of a class or of the rest.
///
/// @param scores   score of each row
/// @param positive whether it is of the class
/// @param weights  its weight
@SuppressWarnings("ArrayRecordComponent") // never compared
record ScoredRows(float[] scores, boolean[] positive, double[] weights) {
    /// A metric of rows in the order of their scores.
    interface Curve {
        /// Takes rows of equal score, the highest first.
        ///
        /// @param positives weight of those of the class
        /// @param negatives weight of the rest
        void add(double positives, double negatives);

        /// The metric; NaN where it is not defined.
        double value();
    }

    /// Weight of the rows of the class.
    double weightOfPositives() {
        double sum = 0;
        for (int row = 0; row < weights.length; row++) {
            sum += positive[row] ? weights[row] : 0;
        }
        return sum;
    }

    /// Leads a curve over the rows.
    double measure(Curve curve) {
        int[] order = Order.ascending(scores);
        for (int last = order.length - 1, next; last >= 0; last = next) {
            double positives = 0;
            double negatives = 0;
            for (next = last; next >= 0 && scores[order[next]] == scores[order[last]]; next--) {
                double weight = weights[order[next]];
                positives += positive[order[next]] ? weight : 0;
                negatives += positive[order[next]] ? 0 : weight;
            }
            curve.add(positives, negatives);
        }
        return curve.value();
    }
}
