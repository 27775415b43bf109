package dev.neurite.table;

import dev.neurite.metric.Metric;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What predictions are worth, by the usual metrics of their target.
final class Measures {
    private Measures() {}

    /// All metrics by name: of several targets the mean over them, and of labels also `exactMatch`, the share of
    /// rows in which all are right.
    ///
    /// @param more metrics besides, of several targets measured on all of them together
    static Map<String, Double> of(Predictions predictions, TargetValues truth, List<Metric> more) {
        Map<String, Double> measured = predictions.target() instanceof Target.Several
                ? means(predictions, truth)
                : ofOne(predictions, truth, 0);
        predictions.measure(more, truth).forEach(measured::putIfAbsent);
        return measured;
    }

    private static Map<String, Double> means(Predictions predictions, TargetValues truth) {
        Map<String, Double> means = new LinkedHashMap<>();
        List<Map<String, Double>> each = ofEach(predictions, truth);
        each.forEach(
                measured -> measured.forEach((name, value) -> means.merge(name, value / each.size(), Double::sum)));
        if (predictions.target().task() == Task.CLASSIFICATION) {
            means.put("exactMatch", exactMatch(predictions, truth));
        }
        return means;
    }

    /// The metrics of each target.
    static List<Map<String, Double>> ofEach(Predictions predictions, TargetValues truth) {
        List<Map<String, Double>> each = new ArrayList<>();
        for (int single = 0; single < predictions.target().singles().size(); single++) {
            each.add(ofOne(predictions.of(single), truth, single));
        }
        return each;
    }

    private static Map<String, Double> ofOne(Predictions predictions, TargetValues truth, int single) {
        TargetValues own = truth.of(single);
        if (!(predictions.target() instanceof Target.Regression number)) {
            return predictions.measure(Metric.ofClassification(), own);
        }
        List<Metric> usual = number.estimate().isCentral() ? Metric.ofRegression() : List.of();
        Map<String, Double> measured = predictions.measure(usual, own);
        switch (number.estimate()) {
            case Estimate.Quantiles quantiles -> addQuantiles(measured, quantiles, predictions, own);
            case Estimate.MeanAndVariance ignored -> measured.put("logLikelihood", logLikelihood(predictions, own));
            case Estimate.Value ignored -> {}
        }
        return measured;
    }

    /// `pinball`, the mean of the pinball errors of all quantiles, and for each the share of true values that are
    /// at most as large, which should be the quantile itself.
    private static void addQuantiles(
            Map<String, Double> measured, Estimate.Quantiles quantiles, Predictions predictions, TargetValues truth) {
        int count = quantiles.levels().size();
        double loss = 0;
        double[] covered = new double[count];
        for (int index = 0; index < predictions.size(); index++) {
            double value = truth.value(predictions.row(index));
            for (int i = 0; i < count; i++) {
                double level = quantiles.levels().get(i);
                double error = value - predictions.output(index, 0, i);
                loss += Math.max(level * error, (level - 1) * error);
                covered[i] += error <= 0 ? 1 : 0;
            }
        }
        measured.put("pinball", loss / (count * (double) predictions.size()));
        for (int i = 0; i < count; i++) {
            measured.put("coverage_q" + quantiles.levels().get(i), covered[i] / predictions.size());
        }
    }

    /// Mean logarithm of the density of the true values under the normal distributions that are predicted.
    private static double logLikelihood(Predictions predictions, TargetValues truth) {
        double sum = 0;
        for (int index = 0; index < predictions.size(); index++) {
            double error = truth.value(predictions.row(index)) - (double) predictions.output(index, 0, 0);
            double variance = predictions.output(index, 0, 1);
            sum -= 0.5 * (StrictMath.log(2 * Math.PI * variance) + error * error / variance);
        }
        return sum / predictions.size();
    }

    private static double exactMatch(Predictions predictions, TargetValues truth) {
        int singles = predictions.target().singles().size();
        int right = 0;
        for (int index = 0; index < predictions.size(); index++) {
            boolean all = true;
            for (int single = 0; single < singles; single++) {
                all &= predictions.value(index, single) == truth.value(predictions.row(index), single);
            }
            right += all ? 1 : 0;
        }
        return (double) right / predictions.size();
    }
}
