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
        int next = order.length - 1;
        while (next >= 0) {
            float score = scores[order[next]];
            double positives = 0;
            double negatives = 0;
            do {
                double weight = weights[order[next]];
                positives += positive[order[next]] ? weight : 0;
                negatives += positive[order[next]] ? 0 : weight;
                next--;
            } while (next >= 0 && scores[order[next]] == score);
            curve.add(positives, negatives);
        }
        return curve.value();
    }
}
