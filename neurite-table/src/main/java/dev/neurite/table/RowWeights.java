package dev.neurite.table;

import dev.neurite.data.ClassWeights;
import dev.neurite.data.Dataset;
import dev.neurite.loss.Loss;
import dev.neurite.loss.SigmoidCrossEntropy;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// How much rows count: by a column of weights, by their label, or by both.
final class RowWeights {
    private final Optional<String> column;
    private final LabelWeights labels;

    RowWeights(Optional<String> column, LabelWeights labels) {
        this.column = column;
        this.labels = labels;
    }

    /// Refuses weights that are no weights.
    ///
    /// @throws DataFormatException naming the first row whose weight is missing, negative, or not finite
    void require(Table table, int[] rows) {
        column.ifPresent(name -> of(table, name, rows));
    }

    private static float[] of(Table table, String name, int[] rows) {
        Cells cells = Cells.numbers(table.column(name));
        float[] weights = new float[rows.length];
        for (int i = 0; i < rows.length; i++) {
            weights[i] = (float) cells.value(rows[i]);
            if (!(weights[i] >= 0 && Float.isFinite(weights[i]))) {
                throw new DataFormatException("%s: a weight must be a number that is finite and not negative, got %s."
                        .formatted(
                                table.place(rows[i], name),
                                Quoted.text(table.column(name).text(rows[i]))));
            }
        }
        return weights;
    }

    /// The examples of a part with the weights of the column.
    ///
    /// @param purpose what the rows are for, for the message
    Dataset byColumn(Dataset data, TablePart part, String purpose) {
        if (column.isEmpty()) {
            return data;
        }
        float[] weights = of(part.table(), column.get(), part.rows());
        for (float weight : weights) {
            if (weight > 0) {
                return data.withWeights(weights);
            }
        }
        throw new DataFormatException("%s: all %s have weight 0 in column %s."
                .formatted(
                        part.table().name(),
                        Quoted.count(weights.length, "row") + " " + purpose,
                        Quoted.text(column.get())));
    }

    /// The weights of the labels of a classification; empty where all count the same or the loss has them.
    ///
    /// @throws DataFormatException if the target is not one that labels can be weighed of, or a label is not there
    Optional<ClassWeights> ofClasses(Target target, Dataset training) {
        if (labels instanceof LabelWeights.Equal || target instanceof Target.Several) {
            return Optional.empty();
        }
        return switch (target.singles().getFirst()) {
            case Target.Classification classification ->
                Optional.of(of(classification.column(), classification.labels(), training));
            case Target.YesNo yesNo -> Optional.of(of(yesNo.column(), yesNo.labels(), training));
            case Target.Regression number ->
                throw new DataFormatException("Class weights are for labels, but the target column %s holds numbers."
                        .formatted(Quoted.text(number.column())));
        };
    }

    private ClassWeights of(String target, List<String> known, Dataset training) {
        return labels instanceof LabelWeights.Given given
                ? given(target, known, given.weights())
                : ClassWeights.balanced(training, known.size());
    }

    private static ClassWeights given(String target, List<String> known, Map<String, Double> weights) {
        double[] values = new double[known.size()];
        Arrays.fill(values, 1);
        List<String> named = weights.keySet().stream().sorted().toList();
        TextColumn column = TextColumn.of("labels", named);
        Cells numbers = Cells.numbers(column);
        TargetLabels found = new TargetLabels(known);
        for (int i = 0; i < named.size(); i++) {
            float index = found.index(column, numbers, column.code(i));
            if (!(index >= 0)) {
                throw new DataFormatException("Class weights name %s, which is none of the labels of column %s, %s."
                        .formatted(Quoted.text(named.get(i)), Quoted.text(target), Quoted.texts(known, 8)));
            }
            values[(int) index] = weights.getOrDefault(named.get(i), 1.0);
        }
        if (Arrays.stream(values).allMatch(value -> value == 0)) {
            throw new DataFormatException(
                    "Class weights must not all be 0, but those of all labels of column %s, %s, are."
                            .formatted(Quoted.text(target), Quoted.texts(known, 8)));
        }
        return new ClassWeights(Arrays.stream(values).boxed().toList());
    }

    /// The loss of several targets with the weights of their labels.
    ///
    /// @throws DataFormatException if these targets have no labels, or the loss or the weights are not for several
    Loss inLoss(Loss loss, Target target, Dataset training) {
        if (labels instanceof LabelWeights.Equal || !(target instanceof Target.Several)) {
            return loss;
        }
        if (target.task() == Task.REGRESSION) {
            throw new DataFormatException("Class weights are for labels, but the target columns %s hold numbers."
                    .formatted(Quoted.texts(target.columns(), 8)));
        }
        if (labels instanceof LabelWeights.Given || !(loss instanceof SigmoidCrossEntropy crossEntropy)) {
            throw new DataFormatException(
                    "Class weights of several targets must be balanced, with the loss cross-entropy.");
        }
        return crossEntropy.withPositiveWeights(ClassWeights.positive(training));
    }
}
