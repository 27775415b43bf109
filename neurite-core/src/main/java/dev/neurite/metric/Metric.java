package dev.neurite.metric;

import java.util.List;

/// A number that says how good predictions are, accumulated row by row, in row order, in double precision.
public interface Metric {
    /// The name, such as `accuracy`.
    String name();

    /// Whether larger is better.
    boolean higherIsBetter();

    /// Whether the value is in the unit of the target, so that it doubles where targets and predictions double.
    default boolean inTargetUnit() {
        return false;
    }

    /// A new accumulator for one set of rows.
    Accumulator accumulator(int outputs, int targets);

    /// Takes predictions and gives the metric. Not thread-safe.
    interface Accumulator {
        /// Adds one row.
        ///
        /// @param predictions array of predictions, after the link
        /// @param pOffset     index of the first of the row
        /// @param targets     array of targets
        /// @param tOffset     index of the first of the row
        /// @param weight      weight of the row
        void add(float[] predictions, int pOffset, float[] targets, int tOffset, double weight);

        /// The metric of the rows added; NaN where it is not defined.
        double value();
    }

    /// Share of rows whose most likely class is the target. With as many targets as outputs, share of the outputs
    /// that are on the right side of ½.
    static Metric accuracy() {
        return new Accuracy();
    }

    /// Mean of −log of the probability of the target.
    static Metric logLoss() {
        return new LogLoss();
    }

    /// Area under the ROC curve; with more than two classes the mean over classes of one against the rest.
    static Metric rocAuc() {
        return new RocAuc();
    }

    /// Root of the mean squared error.
    static Metric rootMeanSquaredError() {
        return new RootMeanSquaredError();
    }

    /// Mean absolute error.
    static Metric meanAbsoluteError() {
        return new MeanAbsoluteError();
    }

    /// Coefficient of determination R², mean over outputs.
    static Metric rSquared() {
        return new RSquared();
    }

    /// What a classification is usually measured by.
    static List<Metric> ofClassification() {
        return List.of(accuracy(), logLoss(), rocAuc());
    }

    /// What a regression is usually measured by.
    static List<Metric> ofRegression() {
        return List.of(rootMeanSquaredError(), meanAbsoluteError(), rSquared());
    }
}
