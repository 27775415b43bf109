package dev.neurite.cli;

import dev.neurite.table.Note;
import dev.neurite.table.PreparedTable;
import dev.neurite.train.EpochRecord;
import dev.neurite.train.TrainingResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What `train` says when it is done.
///
/// @param measured on the test rows
/// @param diagnosis of the model, where it was asked for
/// @param trainingSeconds of the training alone
/// @param seconds of the whole command
record Trained(
        TrainPlan plan,
        PreparedTable data,
        TrainingResult result,
        Measurement measured,
        Optional<DiagnosisReport> diagnosis,
        double trainingSeconds,
        double seconds) {
    /// For people.
    List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add(epochs());
        if (data.test().isEmpty()) {
            lines.add("No rows were set aside for the test, so nothing is measured.");
        } else {
            lines.add("");
            lines.add("Measured on " + Numbers.of(measured.rows(), "test row") + ", which nothing else has seen");
            lines.addAll(measured.metricLines());
            lines.add("");
            lines.addAll(measured.detail().lines());
        }
        lines.add("");
        lines.add("Model: " + plan.model() + size());
        lines.add("Next: neurite predict %s %s -o predictions.csv"
                .formatted(inShell(plan.model()), inShell(plan.data().file())));
        return lines;
    }

    private String epochs() {
        List<EpochRecord> history = result.history();
        String why = switch (result.end()) {
            case STOPPED_EARLY -> ", then the validation " + plan.recipe().criterion() + " got no better";
            case TIME_UP ->
                ", then the time was up; " + plan.optimizer().stepsOption() + " " + result.steps()
                        + " gives the same model";
            case CONVERGED -> ", then the gradient was small enough";
            case STALLED -> ", then no step made the loss smaller";
            default -> "";
        };
        String steps = Numbers.of(result.steps(), "step");
        String best = result.bestEpoch() == 0
                ? ""
                : "; best epoch %d, validation loss %s"
                        .formatted(
                                result.bestEpoch(),
                                Numbers.text(history.get(result.bestEpoch() - 1).validationLoss()));
        return "Trained %s (%s) in %s%s%s."
                .formatted(Numbers.of(history.size(), "epoch"), steps, Numbers.seconds(trainingSeconds), why, best);
    }

    /// A file's name as a shell takes it.
    private static String inShell(Path file) {
        String name = file.toString();
        return name.matches("[\\w./:@%+,=-]+") ? name : "'" + name.replace("'", "'\\''") + "'";
    }

    private String size() {
        try {
            return " (" + Numbers.bytes(Files.size(plan.model())) + ")";
        } catch (IOException e) {
            return ""; // a pipe has no size
        }
    }

    /// For programs.
    Map<String, Object> values() {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("task", data.target().task().word());
        values.put("target", Targets.json(data.target()));
        values.put("rows", data.rows());
        values.put("trainingRows", data.training().size());
        values.put("validationRows", data.validation().size());
        values.put("testRows", data.test().size());
        values.put("metrics", measured.metrics());
        values.putAll(measured.detail().values());
        values.put("validation", validation());
        values.put("epochs", result.history().size());
        values.put("steps", result.steps());
        values.put("bestEpoch", result.bestEpoch() == 0 ? null : result.bestEpoch());
        values.put("end", result.end().name().toLowerCase(Locale.ROOT).replace('_', ' '));
        diagnosis.ifPresent(report -> values.put("diagnosis", report.values()));
        values.put("trainingSeconds", trainingSeconds);
        values.put("seconds", seconds);
        values.put("model", plan.model().toString());
        values.put("notes", plan.notes(data).stream().map(Note::sentence).toList());
        return values;
    }

    /// What the best epoch measured on the validation rows, in the target's unit; null without any.
    private @Nullable Map<String, Object> validation() {
        if (result.bestEpoch() == 0) {
            return null;
        }
        EpochRecord best = result.history().get(result.bestEpoch() - 1);
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("loss", best.validationLoss());
        values.putAll(best.metrics());
        return values;
    }
}
