package dev.neurite.metric;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Metrics by the names that they give themselves, such as `accuracy`, `top5`, `f1Macro`, `f0.5`, `recallClass2`,
/// `calibrationError20`, `pinball0.9`, `rmse`.
public final class Metrics {
    private static final Pattern TOP = Pattern.compile("top([1-9]\\d{0,8})");
    private static final Pattern AVERAGED =
            Pattern.compile("(precision|recall|auc|averagePrecision|f(\\d+(?:\\.\\d+)?))"
                    + "(?:(Macro|Micro|Weighted)|Class(\\d{1,9}))?");
    private static final Pattern CALIBRATION = Pattern.compile("calibrationError([1-9]\\d{0,3})");
    private static final Pattern PINBALL = Pattern.compile("pinball(0?\\.\\d+)");
    private static final Map<String, Metric> CLASSIFICATION = byName(
            Metric.accuracy(),
            Metric.balancedAccuracy(),
            Metric.logLoss(),
            Metric.brier(),
            Metric.matthews(),
            Metric.cohenKappa(),
            Metric.calibrationError());
    private static final Map<String, Metric> REGRESSION = byName(
            Metric.rootMeanSquaredError(),
            Metric.meanSquaredError(),
            Metric.meanAbsoluteError(),
            Metric.meanAbsolutePercentageError(),
            Metric.medianAbsoluteError(),
            Metric.rSquared(),
            Metric.explainedVariance(),
            Metric.poissonDeviance());
    private static final List<String> CLASSIFICATION_FAMILIES =
            List.of("auc", "averagePrecision", "precision", "recall", "f1", "top5");
    private static final List<String> REGRESSION_FAMILIES = List.of("pinball0.5");

    private Metrics() {}

    private static Map<String, Metric> byName(Metric... metrics) {
        Map<String, Metric> map = new LinkedHashMap<>();
        for (Metric metric : metrics) {
            map.put(metric.name(), metric);
        }
        return Collections.unmodifiableMap(map);
    }

    /// The metric of a name, of classification or regression.
    ///
    /// @throws IllegalArgumentException if no metric has that name; the message lists those that there are
    public static Metric named(String name) {
        return classification(name)
                .or(() -> regression(name))
                .orElseThrow(() -> unknown(
                        "metric", name, Stream.concat(namesOfClassification().stream(), namesOfRegression().stream())));
    }

    /// The metric of a classification with that name.
    ///
    /// @throws IllegalArgumentException if there is none; the message lists those that there are
    public static Metric ofClassification(String name) {
        return classification(name)
                .orElseThrow(() -> unknown("metric of classification", name, namesOfClassification().stream()));
    }

    /// The metric of a regression with that name.
    ///
    /// @throws IllegalArgumentException if there is none; the message lists those that there are
    public static Metric ofRegression(String name) {
        return regression(name).orElseThrow(() -> unknown("metric of regression", name, namesOfRegression().stream()));
    }

    /// Names for classification, with one or more of each family: any number may stand for that of `top5`, `f1` and
    /// in `f1Class0`, and `Macro`, `Micro`, `Weighted` or `Class` with an index behind each that has classes;
    /// behind `calibrationError` a number of bins.
    public static List<String> namesOfClassification() {
        return Stream.concat(CLASSIFICATION.keySet().stream(), CLASSIFICATION_FAMILIES.stream())
                .toList();
    }

    /// Names for regression; any quantile may stand for that of `pinball0.5`.
    public static List<String> namesOfRegression() {
        return Stream.concat(REGRESSION.keySet().stream(), REGRESSION_FAMILIES.stream())
                .toList();
    }

    private static IllegalArgumentException unknown(String kind, String name, Stream<String> names) {
        return new IllegalArgumentException(
                kind + " must be one of " + String.join(", ", names.toList()) + ", got " + name);
    }

    private static Optional<Metric> classification(String name) {
        return Optional.ofNullable(CLASSIFICATION.get(name))
                .or(() -> matched(TOP, name, match -> Metric.topKAccuracy(Integer.parseInt(match.group(1)))))
                .or(() ->
                        matched(CALIBRATION, name, match -> Metric.calibrationError(Integer.parseInt(match.group(1)))))
                .or(() -> matched(AVERAGED, name, Metrics::averaged));
    }

    private static Optional<Metric> regression(String name) {
        return Optional.ofNullable(REGRESSION.get(name))
                .or(() -> matched(PINBALL, name, match -> Double.parseDouble(match.group(1)))
                        .filter(quantile -> quantile > 0)
                        .map(Metric::pinball));
    }

    private static <T> Optional<T> matched(Pattern pattern, String name, Function<Matcher, T> metric) {
        return Optional.of(pattern.matcher(name)).filter(Matcher::matches).map(metric);
    }

    private static Metric averaged(Matcher match) {
        Averaging average = average(match);
        return switch (match.group(1)) {
            case "precision" -> Metric.precision(average);
            case "recall" -> Metric.recall(average);
            case "auc" -> Metric.rocAuc(average);
            case "averagePrecision" -> Metric.averagePrecision(average);
            default -> Metric.fBeta(Double.parseDouble(match.group(2)), average);
        };
    }

    private static Averaging average(Matcher match) {
        if (match.group(4) != null) {
            return Averaging.ofClass(Integer.parseInt(match.group(4)));
        }
        return switch (match.group(3)) {
            case null -> Averaging.standard();
            case "Macro" -> Averaging.macro();
            case "Micro" -> Averaging.micro();
            default -> Averaging.weighted();
        };
    }

    /// A number in its shortest form: `1`, `0.5`.
    static String text(double number) {
        return number == Math.rint(number) && Math.abs(number) < 1e9
                ? Long.toString((long) number)
                : Double.toString(number);
    }
}
