package dev.neurite.onnx;

import dev.neurite.activation.Activation;
import dev.neurite.loss.Link;
import dev.neurite.model.Model;
import dev.neurite.network.Network;
import dev.neurite.parameter.Parameters;
import dev.neurite.program.Program;
import dev.neurite.random.Seed;
import dev.neurite.table.Preprocessing;
import dev.neurite.table.Schema;
import dev.neurite.table.Table;
import dev.neurite.table.TableDataset;
import dev.neurite.table.TableModel;
import dev.neurite.table.Target;
import dev.neurite.table.TargetColumn;
import dev.neurite.table.Task;
import dev.neurite.train.Trainer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;

/// Models for tests, trained for a few epochs.
final class Trained {
    private Trained() {}

    /// A model fitted on the first nine tenths of the rows.
    static TableModel on(Table table, String target, Collection<String> excluded, Activation activation, int epochs) {
        TargetColumn column = TargetColumn.of(table, target);
        int[] rows = Arrays.stream(column.rows())
                .filter(row -> row < table.rows() - table.rows() / 10)
                .toArray();
        Schema schema = Schema.infer(table, target, excluded, rows, new ArrayList<>()::add);
        Preprocessing preprocessing = Preprocessing.fit(table, schema, rows);
        Target fitted = column.fit(rows);
        Network network = Network.dense(preprocessing.width(), List.of(32, 16), activation, 0.1, fitted.outputs());
        Trainer trainer = column.task() == Task.CLASSIFICATION ? Trainer.forClassification() : Trainer.forRegression();
        Model model = trainer.withEpochs(epochs)
                .fit(network, TableDataset.of(table, preprocessing, fitted, rows))
                .model();
        return new TableModel(preprocessing, model, fitted);
    }

    static TableModel on(Table table, String target) {
        return on(table, target, List.of(), Activation.relu(), 8);
    }

    /// A network with the parameters it starts training with, its biases moved away from 0.
    static Model started(Network network, Link link, long seed) {
        Program program = Program.forPrediction(network, 1);
        float[] vector = program.initialize(Seed.of(seed)).toVector();
        for (int i = 0; i < vector.length; i++) {
            vector[i] += 0.1f * (float) Seed.of(seed).split("shift").normal(i);
        }
        return new Model(network, Parameters.ofVector(program.layout(), vector), link);
    }
}
