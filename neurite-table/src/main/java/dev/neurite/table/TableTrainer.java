package dev.neurite.table;

import dev.neurite.activation.Activation;
import dev.neurite.loss.Loss;
import dev.neurite.metric.Metric;
import dev.neurite.network.Network;
import dev.neurite.train.EarlyStopping;
import dev.neurite.train.Lbfgs;
import dev.neurite.train.StopSignal;
import dev.neurite.train.Trainer;
import dev.neurite.train.TrainingResult;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// From a table to a measured model: infers the task and the columns, sets test and stopping rows aside, fits the
/// preprocessing, trains a dense network and measures it. Immutable.
///
/// The test rows are measured as they are, each counting once, whatever weights the training has.
///
/// @param roles what the columns are for
/// @param loss what is made small; empty for cross-entropy of labels and the squared error of numbers. It says what
///     the outputs mean too: quantiles, mean and variance, or counts, which are learned as they are
/// @param labelWeights how much each label counts
/// @param hidden the hidden layers
/// @param test rows that the result is measured on and that nothing else sees
/// @param validation rows that say when to stop and which epoch is the best
/// @param start a model to go on with, whose columns, preprocessing, target and network are kept; empty to begin anew
/// @param recipe changes the usual [Trainer] of the loss
public record TableTrainer(
        Roles roles,
        Optional<Loss> loss,
        LabelWeights labelWeights,
        HiddenLayers hidden,
        HeldOut test,
        HeldOut validation,
        Optional<TableModel> start,
        UnaryOperator<Trainer> recipe) {
    /// Checks the loss.
    ///
    /// @throws IllegalArgumentException if no target of a table has the form that the loss needs, or it is not one
    ///     of the task
    public TableTrainer {
        loss.ifPresent(TargetLoss::requireUsable);
        if (loss.isPresent() && roles.task().isPresent() && roles.task().get() != TargetLoss.task(loss.get())) {
            throw new IllegalArgumentException("TableTrainer.loss must be one of %s, got %s"
                    .formatted(
                            roles.task().get() == Task.CLASSIFICATION ? "labels" : "numbers",
                            loss.get().name()));
        }
    }

    /// Learns the column `target` with the usual settings: two hidden layers of 64 rectified units, a fifth of the
    /// rows for the test, a fifth of the others for stopping. The command line has the same defaults.
    public static TableTrainer forTarget(String target) {
        return forTargets(target);
    }

    /// Learns several columns at once, all of them numbers or all of two labels.
    public static TableTrainer forTargets(String... targets) {
        return new TableTrainer(
                new Roles(List.of(targets), Optional.empty(), List.of(), Optional.empty()),
                Optional.empty(),
                LabelWeights.equal(),
                HiddenLayers.standard(),
                HeldOut.share(0.2),
                HeldOut.share(0.2),
                Optional.empty(),
                UnaryOperator.identity());
    }

    /// For a task that is not inferred.
    public TableTrainer withTask(Task value) {
        return withRoles(new Roles(roles.targets(), Optional.of(value), roles.excluded(), roles.weight()));
    }

    /// Without some columns.
    public TableTrainer withoutColumns(String... columns) {
        return withRoles(new Roles(roles.targets(), roles.task(), List.of(columns), roles.weight()));
    }

    /// With a column that says how much each row counts in training and stopping; it is not learned from.
    public TableTrainer withWeightColumn(String column) {
        return withRoles(new Roles(roles.targets(), roles.task(), roles.excluded(), Optional.of(column)));
    }

    private TableTrainer withRoles(Roles value) {
        return new TableTrainer(value, loss, labelWeights, hidden, test, validation, start, recipe);
    }

    /// With another loss, which says whether labels or numbers are learned where no task is given.
    public TableTrainer withLoss(Loss value) {
        return new TableTrainer(roles, Optional.of(value), labelWeights, hidden, test, validation, start, recipe);
    }

    /// With weights of the labels.
    public TableTrainer withLabelWeights(LabelWeights value) {
        return new TableTrainer(roles, loss, value, hidden, test, validation, start, recipe);
    }

    /// With other numbers of hidden units.
    public TableTrainer withHidden(Integer... units) {
        return withHidden(hidden.withUnits(List.of(units)));
    }

    /// With another function of the hidden layers.
    public TableTrainer withActivation(Activation value) {
        return withHidden(hidden.withActivation(value));
    }

    /// With dropout after each hidden layer.
    public TableTrainer withDropout(double rate) {
        return withHidden(hidden.withDropout(rate));
    }

    /// With other hidden layers.
    public TableTrainer withHidden(HiddenLayers value) {
        return new TableTrainer(roles, loss, labelWeights, value, test, validation, start, recipe);
    }

    /// With other rows for the test.
    public TableTrainer withTest(HeldOut rows) {
        return new TableTrainer(roles, loss, labelWeights, hidden, rows, validation, start, recipe);
    }

    /// With other rows for stopping.
    public TableTrainer withValidation(HeldOut rows) {
        return new TableTrainer(roles, loss, labelWeights, hidden, test, rows, start, recipe);
    }

    /// With another recipe, such as `trainer -> trainer.withEpochs(50).withSeed(7)`. Its seed draws the rows too.
    public TableTrainer withRecipe(UnaryOperator<Trainer> change) {
        return new TableTrainer(roles, loss, labelWeights, hidden, test, validation, start, change);
    }

    /// Going on with a model: the same columns, preprocessing, target and network, from its parameters; what
    /// `hidden` says is not used. The optimizer starts anew.
    public TableTrainer withStart(TableModel model) {
        return new TableTrainer(roles, loss, labelWeights, hidden, test, validation, Optional.of(model), recipe);
    }

    /// What is learned, as asked for or as the loss has it; empty if the columns are to tell.
    public Optional<Task> task() {
        return start.map(model -> model.target().task()).or(roles::task).or(() -> loss.map(TargetLoss::task));
    }

    /// Learns from a table.
    ///
    /// @throws DataFormatException if the table cannot be learned from
    /// @throws IllegalStateException if the training diverged before any epoch was evaluated
    public TableResult fit(Table table) {
        return fit(prepare(table));
    }

    private TableResult fit(PreparedTable prepared) {
        return TableResult.of(prepared, train(prepared, trainer(prepared), new StopSignal()));
    }

    /// Cross-validates on a table: deals its rows out to folds, and for each learns from the others and measures on
    /// it, with preprocessing of its own, so that nothing of a fold is seen before it is measured. Rows for
    /// stopping come from the others; rows for the test are not set aside besides.
    ///
    /// @param folds at least 2
    /// @throws DataFormatException if the table cannot be learned from, or has fewer rows than folds
    /// @throws IllegalArgumentException if there are fewer than 2 folds
    /// @throws IllegalStateException if a training diverged before any epoch was evaluated
    public TableFolds crossValidate(Table table, int folds) {
        FoldedTable folded = folds(table, folds);
        return new TableFolds(IntStream.range(0, folded.count())
                .mapToObj(fold -> fit(folded.prepare(fold)))
                .toList());
    }

    /// The table parted and fitted, as [#fit] does it before it trains.
    ///
    /// @throws DataFormatException if the table cannot be learned from
    public PreparedTable prepare(Table table) {
        return new Preparation(this, table).prepare(usual().seed());
    }

    /// The table dealt out as [#crossValidate] does it before it trains; what `test` says is not used.
    ///
    /// @param count how many folds, at least 2
    /// @throws DataFormatException if the table cannot be learned from, or has too few rows
    public FoldedTable folds(Table table, int count) {
        return new FoldedTable(this, table, count);
    }

    /// The network for a prepared table. For counts its outputs start at the logarithms of their means.
    public Network network(PreparedTable prepared) {
        return start.map(model -> model.model().network())
                .orElseGet(() -> OutputStart.of(
                        hidden.network(
                                prepared.preprocessing().width(),
                                prepared.target().outputs()),
                        prepared.loss().link(),
                        prepared.trainingData()));
    }

    /// The recipe with the usual loss of labels, as the settings that depend on no table.
    public Trainer usual() {
        return recipe.apply(Trainer.forClassification());
    }

    /// The recipe for a prepared table; its metrics are in the unit of the target.
    ///
    /// @throws DataFormatException if a row for stopping holds what a metric cannot take, or there is none and a
    ///     metric says when to stop
    public Trainer trainer(PreparedTable prepared) {
        Target target = prepared.target();
        Trainer trainer = recipe.apply(Trainer.of(prepared.loss()).withMetrics(usualMetrics(target)));
        EarlyStopping stopping = trainer.earlyStopping();
        Stream.concat(trainer.metrics().stream(), stopping.metric().stream())
                .forEach(metric -> prepared.validation().requireDomain(metric));
        if (stopping.metric().isPresent() && prepared.validationData().isEmpty()) {
            throw new DataFormatException("There are no rows for stopping to measure %s on."
                    .formatted(stopping.metric().get().name()));
        }
        Optional<Metric> criterion = stopping.metric().map(metric -> MetricInUnit.of(metric, target));
        return trainer.withMetrics(trainer.metrics().stream()
                        .map(metric -> MetricInUnit.of(metric, target))
                        .toArray(Metric[]::new))
                .withEarlyStopping(new EarlyStopping(criterion, stopping.patience(), stopping.minimumImprovement()));
    }

    /// None of outer quantiles, whose loss says it all.
    private static Metric[] usualMetrics(Target target) {
        if (target.singles().getFirst() instanceof Target.Regression number
                && !number.estimate().isCentral()) {
            return new Metric[0];
        }
        return new Metric[] {
            target.task() == Task.CLASSIFICATION
                    ? Metric.accuracy()
                    : target instanceof Target.Several ? Metric.rSquared() : Metric.rootMeanSquaredError()
        };
    }

    /// Trains on a prepared table.
    ///
    /// @param trainer such as [#trainer(PreparedTable)] gives, with listeners
    /// @param stop asks to stop after the current batch
    public TrainingResult train(PreparedTable prepared, Trainer trainer, StopSignal stop) {
        return start.map(model -> trainer.fit(
                        model.model(),
                        prepared.trainingData(),
                        prepared.validationData().orElse(null),
                        stop))
                .orElseGet(() -> trainer.fit(
                        network(prepared),
                        prepared.trainingData(),
                        prepared.validationData().orElse(null),
                        stop));
    }

    /// Trains on a prepared table by L-BFGS.
    ///
    /// @throws IllegalArgumentException if the network has layers that draw, such as dropout, or there is a model
    ///     to go on with
    public TrainingResult train(PreparedTable prepared, Trainer trainer, Lbfgs lbfgs, StopSignal stop) {
        if (start.isPresent()) {
            throw new IllegalArgumentException("TableTrainer.start must be empty for L-BFGS");
        }
        return lbfgs.fit(
                trainer,
                network(prepared),
                prepared.trainingData(),
                prepared.validationData().orElse(null),
                stop);
    }
}
