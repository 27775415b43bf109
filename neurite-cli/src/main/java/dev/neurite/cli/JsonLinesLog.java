package dev.neurite.cli;

import dev.neurite.train.Diagnosis;
import dev.neurite.train.EpochRecord;
import dev.neurite.train.TrainingEvent;
import dev.neurite.train.TrainingListener;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.LinkedHashMap;
import java.util.Map;

/// Writes each event of a training but its progress within an epoch as one JSON object on a line of its own; the keys
/// stand in a fixed order, `event` first, and what is not a number is null.
final class JsonLinesLog implements TrainingListener {
    private final Writer writer;

    /// @param writer receives the lines; the caller closes it
    JsonLinesLog(Writer writer) {
        this.writer = writer;
    }

    @Override
    public void on(TrainingEvent event) {
        Map<String, Object> line = new LinkedHashMap<>();
        switch (event) {
            case TrainingEvent.Progress _ -> {}
            case TrainingEvent.Started(int parameters, int rows, int stepsPerEpoch, int epochs) -> {
                line.put("event", "started");
                line.put("parameters", parameters);
                line.put("rows", rows);
                line.put("stepsPerEpoch", stepsPerEpoch);
                line.put("epochs", epochs);
            }
            case TrainingEvent.EpochEnded(EpochRecord measured, double seconds) -> {
                line.put("event", "epochEnded");
                line.put("epoch", measured.epoch());
                line.put("trainingLoss", measured.trainingLoss());
                line.put("validationLoss", measured.validationLoss());
                line.put("metrics", measured.metrics());
                line.put("seconds", seconds);
            }
            case TrainingEvent.Improved(EpochRecord measured) -> {
                line.put("event", "improved");
                line.put("epoch", measured.epoch());
            }
            case TrainingEvent.Diagnosed(int epoch, Diagnosis diagnosis) -> {
                line.put("event", "diagnosed");
                line.put("epoch", epoch);
                line.put(
                        "findings",
                        diagnosis.findings().stream()
                                .map(Diagnosis.Finding::sentence)
                                .toList());
            }
            case TrainingEvent.Diverged diverged -> {
                line.put("event", "diverged");
                line.put("epoch", diverged.divergence().epoch());
                line.put("step", diverged.divergence().step());
                line.put("place", diverged.divergence().place());
            }
            case TrainingEvent.Finished finished -> {
                line.put("event", "finished");
                line.put("end", finished.end().name());
                line.put("seconds", finished.seconds());
            }
        }
        write(line);
    }

    private void write(Map<String, Object> line) {
        if (line.isEmpty()) {
            return;
        }
        try {
            writer.write(Json.text(line) + "\n");
            writer.flush();
        } catch (IOException e) {
            throw new UncheckedIOException("the log of the training cannot be written", e);
        }
    }
}
