package dev.neurite.metric;

import java.util.List;
import org.jspecify.annotations.Nullable;

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

    /// Whether it is about probabilities, so that it says nothing of scores and numbers.
    default boolean ofProbabilities() {
        return false;
    }

    /// What is wrong with the target of one row, or null if nothing is: a class that there is not, or a 0 that
    /// would be divided by.
    ///
    /// @param target  array that holds the target
    /// @param offset  index of its first number
    /// @param targets numbers of the target
    /// @param outputs predictions of the row
    default @Nullable String problem(float[] target, int offset, int targets, int outputs) {
        return null;
    }

    /// A new accumulator for one set of rows.
    ///
    /// @throws IllegalArgumentException if the metric is not one of so many predictions and targets
    Accumulator accumulator(int outputs, int targets);

    /// Takes predictions and gives the metric. Not thread-safe.
    interface Accumulator {
        /// Adds one row.
        ///
        /// @param predictions array of predictions, after the link; none of the row is NaN
        /// @param pOffset     index of the first of the row
        /// @param targets     array of targets
        /// @param tOffset     index of the first of the row
        /// @param weight      weight of the row
        void add(float[] predictions, int pOffset, float[] targets, int tOffset, double weight);

        /// The metric of the rows added; NaN where it is not defined.
        double value();
    }

    /// Share of rows whose most likely class is the target: `right / rows`, as scikit-learn's `accuracy_score`.
    /// With as many targets as outputs, share of the outputs that are on the right side of ½.
    static Metric accuracy() {
        return new Accuracy();
    }

    /// Mean over the classes that occur of the share of their rows that is predicted right:
    /// `(1/K) Σₖ rightₖ / rowsₖ` (Brodersen et al. 2010, "The balanced accuracy and its posterior distribution").
    static Metric balancedAccuracy() {
        return new BalancedAccuracy();
    }

    /// Share of rows whose class is among the `count` most likely ones: `hits / rows`, as scikit-learn's
    /// `top_k_accuracy_score`.
    ///
    /// @throws IllegalArgumentException if `count` is not positive; its accumulator refuses as many as there are
    ///     classes, of which it would always be 1
    static Metric topKAccuracy(int count) {
        return new TopKAccuracy(count);
    }

    /// Share of the rows predicted as a class that are of it, `TP / (TP + FP)`; 0 where none is predicted so.
    static Metric precision(Averaging average) {
        return new FScore(0, average);
    }

    /// Share of the rows of a class that are predicted as such, `TP / (TP + FN)`; 0 where there are none.
    static Metric recall(Averaging average) {
        return new FScore(Double.POSITIVE_INFINITY, average);
    }

    /// Harmonic mean of precision and recall, `2 TP / (2 TP + FP + FN)` (van Rijsbergen 1979).
    static Metric f1(Averaging average) {
        return new FScore(1, average);
    }

    /// `(1 + β²) P R / (β² P + R)` of precision P and recall R, which counts β times as much (van Rijsbergen 1979).
    ///
    /// @throws IllegalArgumentException if `beta` is negative
    static Metric fBeta(double beta, Averaging average) {
        return new FScore(beta, average);
    }

    /// Area under the ROC curve, `P(s⁺ > s⁻) + ½ P(s⁺ = s⁻)` of the scores of rows of the class and of others
    /// (Hanley and McNeil 1982); with more than two classes the mean over classes of one against the rest. Keeps
    /// all predictions until it is asked.
    static Metric rocAuc() {
        return rocAuc(Averaging.standard());
    }

    /// [#rocAuc()] of one class, or with another mean over classes.
    static Metric rocAuc(Averaging average) {
        return new RocAuc(average);
    }

    /// Area under the precision-recall curve, `Σₙ (Rₙ − Rₙ₋₁) Pₙ`. Keeps all predictions until it is asked.
    static Metric averagePrecision(Averaging average) {
        return new AveragePrecision(average);
    }

    /// Mean of −log of the probability of the target, `−(1/n) Σ log pₜ`, as scikit-learn's `log_loss`.
    static Metric logLoss() {
        return new LogLoss();
    }

    /// Mean squared distance of probabilities and truth: `(p − y)²` for yes or no and for two classes, for more
    /// `Σₖ (pₖ − yₖ)²` (Brier 1950, "Verification of forecasts expressed in terms of probability").
    static Metric brier() {
        return new Brier();
    }

    /// Correlation of truth and prediction (Matthews 1975, Gorodkin 2004).
    static Metric matthews() {
        return new Matthews();
    }

    /// Agreement of truth and prediction beyond chance (Cohen 1960).
    static Metric cohenKappa() {
        return new CohenKappa();
    }

    /// Expected calibration error: how far the probability of what is predicted is from the share of right
    /// predictions, in 15 bins (Guo et al. 2017).
    static Metric calibrationError() {
        return calibrationError(CalibrationError.USUAL_BINS);
    }

    /// [#calibrationError()] in `bins` bins.
    ///
    /// @throws IllegalArgumentException if `bins` is not positive
    static Metric calibrationError(int bins) {
        return new CalibrationError(bins);
    }

    /// Mean squared error, `mean (p − t)²`, as scikit-learn's `mean_squared_error`.
    static Metric meanSquaredError() {
        return new MeanSquaredError();
    }

    /// Root of the mean squared error, `√(mean (p − t)²)`, as scikit-learn's `root_mean_squared_error`.
    static Metric rootMeanSquaredError() {
        return new RootMeanSquaredError();
    }

    /// Mean absolute error, `mean |p − t|`, as scikit-learn's `mean_absolute_error`.
    static Metric meanAbsoluteError() {
        return new MeanAbsoluteError();
    }

    /// Mean of the absolute error over the absolute target, `mean |p − t| / |t|`, as a share; not defined where a
    /// target is 0. As scikit-learn's `mean_absolute_percentage_error`.
    static Metric meanAbsolutePercentageError() {
        return new MeanAbsolutePercentageError();
    }

    /// Median of the absolute error, `median |p − t|`, mean over outputs, as scikit-learn's
    /// `median_absolute_error`. Keeps all errors until it is asked.
    static Metric medianAbsoluteError() {
        return new MedianAbsoluteError();
    }

    /// Coefficient of determination R², `1 − Σ (t − p)² / Σ (t − mean t)²`, mean over outputs, as scikit-learn's
    /// `r2_score`.
    static Metric rSquared() {
        return new RSquared();
    }

    /// Explained variance `1 − Var(t − p) / Var(t)`, mean over outputs, as scikit-learn's
    /// `explained_variance_score`.
    static Metric explainedVariance() {
        return new ExplainedVariance();
    }

    /// Pinball error of a quantile, `mean max(q·(t − p), (q − 1)·(t − p))` (Koenker and Bassett 1978, "Regression
    /// quantiles").
    ///
    /// @throws IllegalArgumentException if `quantile` is not between 0 and 1
    static Metric pinball(double quantile) {
        return new Pinball(quantile);
    }

    /// Mean Poisson deviance `2 (t log(t / p) − t + p)` (McCullagh and Nelder 1989).
    static Metric poissonDeviance() {
        return new PoissonDeviance();
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
