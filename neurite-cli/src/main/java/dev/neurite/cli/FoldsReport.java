package dev.neurite.cli;

import dev.neurite.metric.Metric;
import dev.neurite.table.Note;
import dev.neurite.table.PreparedTable;
import dev.neurite.table.TableModel;
import dev.neurite.table.TablePart;
import dev.neurite.train.TrainingResult;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// What a cross-validation came to: the metrics of each fold, their means and deviations.
///
/// @param all the table parted for a model of all rows
/// @param folds what each fold measured
/// @param written whether a model was written
/// @param seconds of the whole command
record FoldsReport(TrainPlan plan, PreparedTable all, List<Fold> folds, boolean written, double seconds) {
    /// One fold.
    ///
    /// @param rows how many rows were measured
    /// @param metrics on these rows
    /// @param epochs that were trained
    /// @param bestEpoch the one that the stopping rows chose; 0 without such rows
    record Fold(int rows, Map<String, Double> metrics, int epochs, int bestEpoch) {
        static Fold of(PreparedTable data, TrainingResult result, Metric... more) {
            TablePart test = data.test();
            TableModel model = new TableModel(data.preprocessing(), result.model(), data.target());
            return new Fold(
                    test.size(),
                    test.measure(test.predict(model), more),
                    result.history().size(),
                    result.bestEpoch());
        }

        /// `accuracy 0.9710  logLoss 0.1`
        String text() {
            StringBuilder text = new StringBuilder();
            metrics.forEach(
                    (name, value) -> text.append("  ").append(name).append(' ').append(Numbers.text(value)));
            return text.toString().strip();
        }

        private Map<String, Object> values(int number) {
            Map<String, Object> values = new LinkedHashMap<>();
            values.put("fold", number);
            values.put("rows", rows);
            values.put("metrics", metrics);
            values.put("epochs", epochs);
            values.put("bestEpoch", bestEpoch == 0 ? null : bestEpoch);
            return values;
        }
    }

    /// For people.
    List<String> lines() {
        List<String> names = List.copyOf(folds.getFirst().metrics().keySet());
        TextTable table =
                new TextTable().right(IntStream.rangeClosed(1, names.size() + 2).toArray());
        table.row(row("fold", names, "rows", "epochs"));
        for (int i = 0; i < folds.size(); i++) {
            Fold fold = folds.get(i);
            List<String> values =
                    fold.metrics().values().stream().map(Numbers::text).toList();
            table.row(row(String.valueOf(i + 1), values, Numbers.count(fold.rows()), Numbers.count(fold.epochs())));
        }
        table.row(row("mean", texts(means()), "", ""));
        table.row(row("deviation", texts(deviations()), "", ""));
        List<String> lines = new ArrayList<>();
        lines.add("Measured on %d folds in %s, each by a network that learned from the rows of the others"
                .formatted(folds.size(), Numbers.seconds(seconds)));
        lines.addAll(table.lines());
        lines.add("");
        lines.add(model());
        return lines;
    }

    private static List<String> row(String first, List<String> metrics, String rows, String epochs) {
        List<String> row = new ArrayList<>(List.of(first));
        row.addAll(metrics);
        row.add(rows);
        row.add(epochs);
        return row;
    }

    private static List<String> texts(Map<String, Double> metrics) {
        return metrics.values().stream().map(Numbers::text).toList();
    }

    private String model() {
        return written
                ? "Model: %s, trained on all rows: %s to learn from and %s for stopping; the folds tell what it is worth."
                        .formatted(
                                plan.model(),
                                Numbers.count(all.training().size()),
                                Numbers.count(all.validation().size()))
                : "No model was written; --out FILE trains one on all rows and writes it.";
    }

    /// For programs.
    Map<String, Object> values() {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("task", all.target().task().word());
        values.put("target", Targets.json(all.target()));
        values.put("rows", all.rows());
        values.put("metrics", means());
        values.put("deviations", deviations());
        values.put(
                "folds",
                IntStream.range(0, folds.size())
                        .mapToObj(i -> folds.get(i).values(i + 1))
                        .toList());
        values.put("seconds", seconds);
        values.put("model", modelName());
        values.put("trainingRows", written ? all.training().size() : null);
        values.put("validationRows", written ? all.validation().size() : null);
        values.put("notes", plan.notes(all).stream().map(Note::sentence).toList());
        return values;
    }

    private @Nullable String modelName() {
        return written ? plan.model().toString() : null;
    }

    /// The mean of each metric over the folds.
    private Map<String, Double> means() {
        return each(this::mean);
    }

    /// The standard deviation of each metric over the folds, `√(Σ(x − mean)² / (k − 1))`.
    private Map<String, Double> deviations() {
        return each(name -> {
            double mean = mean(name);
            double sum = 0;
            for (Fold fold : folds) {
                double difference = value(fold, name) - mean;
                sum += difference * difference;
            }
            return Math.sqrt(sum / (folds.size() - 1));
        });
    }

    private Map<String, Double> each(ToDoubleFunction<String> statistic) {
        Map<String, Double> values = new LinkedHashMap<>();
        folds.getFirst().metrics().keySet().forEach(name -> values.put(name, statistic.applyAsDouble(name)));
        return values;
    }

    private double mean(String name) {
        double sum = 0;
        for (Fold fold : folds) {
            sum += value(fold, name);
        }
        return sum / folds.size();
    }

    private static double value(Fold fold, String name) {
        return fold.metrics().getOrDefault(name, Double.NaN);
    }
}
