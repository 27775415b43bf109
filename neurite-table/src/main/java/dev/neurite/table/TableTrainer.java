package dev.neurite.table;

import dev.neurite.activation.Activation;
import dev.neurite.network.Network;
import dev.neurite.random.Seed;
import dev.neurite.train.StopSignal;
import dev.neurite.train.Trainer;
import dev.neurite.train.TrainingResult;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/// From a table to a measured model: infers the task and the columns, sets test and stopping rows aside, fits the
/// preprocessing, trains a dense network and measures it. Immutable.
///
/// @param target the column to predict
/// @param task what is learned; empty to infer it from the column
/// @param excluded columns not to learn from
/// @param hidden units of the hidden layers; none makes a linear model
/// @param activation function of the hidden layers
/// @param dropout rate after each hidden layer
/// @param test rows that the result is measured on and that nothing else sees
/// @param validation rows that say when to stop and which epoch is the best
/// @param recipe changes the usual [Trainer] of the task
public record TableTrainer(
        String target,
        Optional<Task> task,
        List<String> excluded,
        List<Integer> hidden,
        Activation activation,
        double dropout,
        HeldOut test,
        HeldOut validation,
        UnaryOperator<Trainer> recipe) {
    /// Copies the lists.
    public TableTrainer {
        excluded = List.copyOf(excluded);
        hidden = List.copyOf(hidden);
    }

    /// Learns the column `target` with the usual settings: two hidden layers of 64 rectified units, a fifth of the
    /// rows for the test, a fifth of the others for stopping. The command line has the same defaults.
    public static TableTrainer forTarget(String target) {
        return new TableTrainer(
                target,
                Optional.empty(),
                List.of(),
                List.of(64, 64),
                Activation.relu(),
                0,
                HeldOut.share(0.2),
                HeldOut.share(0.2),
                UnaryOperator.identity());
    }

    /// For a task that is not inferred.
    public TableTrainer withTask(Task value) {
        return new TableTrainer(
                target, Optional.of(value), excluded, hidden, activation, dropout, test, validation, recipe);
    }

    /// Without some columns.
    public TableTrainer withoutColumns(String... columns) {
        return new TableTrainer(target, task, List.of(columns), hidden, activation, dropout, test, validation, recipe);
    }

    /// With other hidden layers.
    public TableTrainer withHidden(Integer... units) {
        return new TableTrainer(target, task, excluded, List.of(units), activation, dropout, test, validation, recipe);
    }

    /// With another function of the hidden layers.
    public TableTrainer withActivation(Activation value) {
        return new TableTrainer(target, task, excluded, hidden, value, dropout, test, validation, recipe);
    }

    /// With dropout after each hidden layer.
    public TableTrainer withDropout(double rate) {
        return new TableTrainer(target, task, excluded, hidden, activation, rate, test, validation, recipe);
    }

    /// With other rows for the test.
    public TableTrainer withTest(HeldOut rows) {
        return new TableTrainer(target, task, excluded, hidden, activation, dropout, rows, validation, recipe);
    }

    /// With other rows for stopping.
    public TableTrainer withValidation(HeldOut rows) {
        return new TableTrainer(target, task, excluded, hidden, activation, dropout, test, rows, recipe);
    }

    /// With another recipe, such as `trainer -> trainer.withEpochs(50).withSeed(7)`. Its seed draws the rows too.
    public TableTrainer withRecipe(UnaryOperator<Trainer> change) {
        return new TableTrainer(target, task, excluded, hidden, activation, dropout, test, validation, change);
    }

    /// Cross-validates on a table: deals its rows out to folds, and for each learns from the others and measures on
    /// it,
    /// with preprocessing of its own, so that nothing of a fold is seen before it is measured. Rows for stopping
    /// come
    /// from the others; rows for the test are not set aside besides.
    ///
    /// Each fold is what [#fit] gives where the fold is the test.
    ///
    /// @param folds at least 2
    /// @throws DataFormatException if the table cannot be learned from
    /// @throws IllegalArgumentException if there are fewer than 2 folds or more than rows
    /// @throws IllegalStateException if a training diverged before any epoch was evaluated
    public TableFolds crossValidate(Table table, int folds) {
        TargetColumn column = column(table);
        Seed seed = trainer(column.task()).seed();
        return new TableFolds(column.folds(folds, seed.split("folds")).stream()
                .map(split -> fit(PreparedTable.of(table, column, excluded, split, HeldOut.none(), validation, seed)))
                .toList());
    }

    /// Learns from a table.
    ///
    /// @throws DataFormatException if the table cannot be learned from
    /// @throws IllegalStateException if the training diverged before any epoch was evaluated
    public TableResult fit(Table table) {
        return fit(prepare(table));
    }

    private TableResult fit(PreparedTable prepared) {
        Trainer trainer = trainer(prepared.target().task());
        TrainingResult result = trainer.fit(
                network(prepared),
                prepared.trainingData(),
                prepared.validationData().orElse(null),
                new StopSignal());
        return TableResult.of(prepared, result);
    }

    /// The table parted and fitted, as [#fit] does it before it trains.
    ///
    /// @throws DataFormatException if the table cannot be learned from
    public PreparedTable prepare(Table table) {
        TargetColumn column = column(table);
        return PreparedTable.of(
                table,
                column,
                excluded,
                test,
                validation,
                trainer(column.task()).seed());
    }

    private TargetColumn column(Table table) {
        return task.map(value -> TargetColumn.of(table, target, value)).orElseGet(() -> TargetColumn.of(table, target));
    }

    /// The network for a prepared table.
    public Network network(PreparedTable prepared) {
        return Network.dense(
                prepared.preprocessing().width(),
                hidden,
                activation,
                dropout,
                prepared.target().outputs());
    }

    /// The recipe for a task.
    public Trainer trainer(Task inferred) {
        return recipe.apply(inferred == Task.CLASSIFICATION ? Trainer.forClassification() : Trainer.forRegression());
    }
}
