package dev.neurite.table;

import dev.neurite.loss.Link;
import dev.neurite.model.Model;
import dev.neurite.model.Predictor;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// A trained network with all it takes to use it on a table: what to read, how to encode it, and what the outputs
/// mean. Immutable.
///
/// @param preprocessing the columns to read and how rows become inputs
/// @param model the network
/// @param target what the outputs mean
public record TableModel(Preprocessing preprocessing, Model model, Target target) {
    private static final int BATCH = 1024;

    /// Checks that the parts fit together.
    public TableModel {
        require("inputs", model.network().inputs(), preprocessing.width());
        require("outputs", model.network().outputs(), target.outputs());
        if (!links(target).contains(model.link())) {
            throw new IllegalArgumentException("the link of a %s must be %s, got %s"
                    .formatted(
                            target.task().word(),
                            links(target).stream().map(Link::name).collect(Collectors.joining(" or ")),
                            model.link()));
        }
    }

    /// What may make the target's predictions of logits: a number that is learned as it is may be an exponential.
    private static List<Link> links(Target target) {
        return switch (target.singles().getFirst()) {
            case Target.Classification ignored -> List.of(Link.SOFTMAX);
            case Target.YesNo ignored -> List.of(Link.SIGMOID);
            case Target.Regression number
            when number.estimate() instanceof Estimate.MeanAndVariance -> List.of(Link.GAUSSIAN);
            case Target.Regression number
            when number.estimate() instanceof Estimate.Value && number.mean() == 0 && number.std() == 1 ->
                List.of(Link.IDENTITY, Link.EXP);
            case Target.Regression ignored -> List.of(Link.IDENTITY);
        };
    }

    private static void require(String what, int network, int table) {
        if (network != table) {
            throw new IllegalArgumentException(
                    "the network must have as many %s as the table needs, %d, got %d".formatted(what, table, network));
        }
    }

    /// Predicts every row of a table, in the calling thread. Columns that the model does not read are ignored.
    ///
    /// @throws DataFormatException if the table lacks a column that is read, or a row holds a text where a number
    ///     or a date is read
    public Predictions predict(Table table) {
        return predict(table, IntStream.range(0, table.rows()).toArray());
    }

    /// Predicts some rows of a table.
    ///
    /// @throws DataFormatException as [#predict(Table)]
    public Predictions predict(Table table, int[] rows) {
        EncodedTable encoded = preprocessing.encode(table, rows);
        int outputs = target.outputs();
        float[] all = new float[Math.multiplyExact(rows.length, outputs)];
        float[] inputs = new float[BATCH * encoded.width()];
        float[] batch = new float[BATCH * outputs];
        try (Predictor predictor = model.predictor()) {
            for (int first = 0; first < rows.length; first += BATCH) {
                int count = Math.min(BATCH, rows.length - first);
                for (int i = 0; i < count; i++) {
                    encoded.copy(first + i, inputs, i * encoded.width());
                }
                predictor.predict(inputs, count, batch);
                System.arraycopy(batch, 0, all, first * outputs, count * outputs);
            }
        }
        return new Predictions(target, rows, inUnit(all), encoded.notes());
    }

    private float[] inUnit(float[] outputs) {
        if (target.task() == Task.REGRESSION) {
            float[] scales = target.scales();
            float[] shifts = target.shifts();
            for (int i = 0; i < outputs.length; i++) {
                outputs[i] = outputs[i] * scales[i % scales.length] + shifts[i % scales.length];
            }
        }
        return outputs;
    }
}
