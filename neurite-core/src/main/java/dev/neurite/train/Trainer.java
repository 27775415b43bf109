package dev.neurite.train;

import dev.neurite.data.Dataset;
import dev.neurite.loss.Loss;
import dev.neurite.metric.Metric;
import dev.neurite.network.Network;
import dev.neurite.optimize.Adam;
import dev.neurite.optimize.Average;
import dev.neurite.optimize.GradientTransform;
import dev.neurite.optimize.Optimizer;
import dev.neurite.optimize.Schedule;
import dev.neurite.random.Seed;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The recipe of a training: everything that decides the result but the network and the data. Immutable; one trainer
/// may train any number of networks, at once too.
///
/// The same trainer, network and data give the same parameters bit for bit, for any number of threads.
///
/// @param loss          what is made small
/// @param optimizer     how parameters follow the gradient
/// @param learningRate  base of the schedule, positive
/// @param schedule      learning rate at each step
/// @param transforms    edits of the gradient before the optimizer, in order
/// @param average       what stands for the parameters in validation and in the model
/// @param batchSize     rows of a step; 0 chooses by the number of rows, see [#batchSize(int)]
/// @param epochs        passes over the data at most, at least 1; the schedule spans them
/// @param steps         steps at most, at least 1; `Long.MAX_VALUE` for all that the epochs have
/// @param earlyStopping when to stop for want of improvement on the validation data
/// @param seed          key of the start, the order and all draws
/// @param threads       threads that share the work of a step, at least 1; changes no bit
/// @param metrics       what is measured on the validation data after each epoch besides the loss
/// @param listeners     who hears of it
public record Trainer(
        Loss loss,
        Optimizer optimizer,
        double learningRate,
        Schedule schedule,
        List<GradientTransform> transforms,
        Average average,
        int batchSize,
        int epochs,
        long steps,
        EarlyStopping earlyStopping,
        Seed seed,
        int threads,
        List<Metric> metrics,
        List<TrainingListener> listeners) {
    /// Checks the numbers.
    public Trainer {
        if (!(learningRate > 0 && Double.isFinite(learningRate))) {
            throw new IllegalArgumentException("Trainer.learningRate must be finite and positive, got " + learningRate);
        }
        if (batchSize < 0) {
            throw new IllegalArgumentException("Trainer.batchSize must not be negative, got " + batchSize);
        }
        if (epochs < 1) {
            throw new IllegalArgumentException("Trainer.epochs must be positive, got " + epochs);
        }
        if (steps < 1) {
            throw new IllegalArgumentException("Trainer.steps must be positive, got " + steps);
        }
        if (threads < 1) {
            throw new IllegalArgumentException("Trainer.threads must be positive, got " + threads);
        }
        transforms = List.copyOf(transforms);
        metrics = List.copyOf(metrics);
        listeners = List.copyOf(listeners);
    }

    /// A recipe that suits most tables: Adam at 0.001 (Kingma and Ba 2015), batch size by the number of rows, at
    /// most 200 epochs, patience of 20 epochs where validation data is given, one thread.
    public static Trainer of(Loss loss) {
        Optimizer adam = Adam.standard();
        return new Trainer(
                loss,
                adam,
                adam.defaultLearningRate(),
                Schedule.constant(),
                List.of(),
                Average.none(),
                0,
                200,
                Long.MAX_VALUE,
                EarlyStopping.after(20),
                Seed.DEFAULT,
                1,
                List.of(),
                List.of());
    }

    /// [#of] for classes: softmax cross-entropy, measured by accuracy.
    public static Trainer forClassification() {
        return of(Loss.softmaxCrossEntropy()).withMetrics(Metric.accuracy());
    }

    /// [#of] for numbers: mean squared error, measured by its root.
    public static Trainer forRegression() {
        return of(Loss.meanSquaredError()).withMetrics(Metric.rootMeanSquaredError());
    }

    /// The rows of a step for data of `rows` rows: the given batch size, or else 32 up to 4,000 rows, 64 up to
    /// 16,000, 128 up to 64,000, 256 above, so that small data gets enough steps in an epoch.
    public int batchSize(int rows) {
        if (batchSize > 0) {
            return batchSize;
        }
        return rows <= 4_000 ? 32 : rows <= 16_000 ? 64 : rows <= 64_000 ? 128 : 256;
    }

    /// Trains without validation data: the result is the model after the last epoch.
    public TrainingResult fit(Network network, Dataset data) {
        return fit(network, data, null, new StopSignal());
    }

    /// Trains with validation data: the result is the model of the epoch with the lowest validation loss.
    public TrainingResult fit(Network network, Dataset data, Dataset validation) {
        return fit(network, data, validation, new StopSignal());
    }

    /// Trains until done or asked to stop.
    ///
    /// @param validation rows that only the stopping rule and the choice of the best epoch see; null for none
    /// @param stop       asks to stop after the current batch
    /// @throws IllegalArgumentException if the network, the loss and the data do not fit together
    public TrainingResult fit(Network network, Dataset data, @Nullable Dataset validation, StopSignal stop) {
        if (validation != null) {
            Fit.check(network, loss, validation, "validation data");
        }
        try (Training training = new Training(this, network, data)) {
            return new TrainingLoop(this, network, training, validation, stop).run(data.size());
        }
    }

    /// With another optimizer, at its default learning rate.
    public Trainer withOptimizer(Optimizer value) {
        return copy(value, value.defaultLearningRate(), schedule, transforms, batchSize, epochs, earlyStopping);
    }

    /// With another learning rate.
    public Trainer withLearningRate(double value) {
        return copy(optimizer, value, schedule, transforms, batchSize, epochs, earlyStopping);
    }

    /// With another schedule.
    public Trainer withSchedule(Schedule value) {
        return copy(optimizer, learningRate, value, transforms, batchSize, epochs, earlyStopping);
    }

    /// With the given edits of the gradient.
    public Trainer withTransforms(GradientTransform... values) {
        return copy(optimizer, learningRate, schedule, List.of(values), batchSize, epochs, earlyStopping);
    }

    /// With an average in place of the parameters, in validation and in the model.
    public Trainer withAverage(Average value) {
        return new Trainer(
                loss,
                optimizer,
                learningRate,
                schedule,
                transforms,
                value,
                batchSize,
                epochs,
                steps,
                earlyStopping,
                seed,
                threads,
                metrics,
                listeners);
    }

    /// With another batch size; 0 chooses by the number of rows.
    public Trainer withBatchSize(int value) {
        return copy(optimizer, learningRate, schedule, transforms, value, epochs, earlyStopping);
    }

    /// With another number of epochs.
    public Trainer withEpochs(int value) {
        return copy(optimizer, learningRate, schedule, transforms, batchSize, value, earlyStopping);
    }

    /// With a limit of steps that the epochs and the schedule know nothing of: the training ends as one that is
    /// asked to stop after that many steps does, with the same parameters.
    public Trainer withSteps(long value) {
        return new Trainer(
                loss,
                optimizer,
                learningRate,
                schedule,
                transforms,
                average,
                batchSize,
                epochs,
                value,
                earlyStopping,
                seed,
                threads,
                metrics,
                listeners);
    }

    /// With another stopping rule.
    public Trainer withEarlyStopping(EarlyStopping value) {
        return copy(optimizer, learningRate, schedule, transforms, batchSize, epochs, value);
    }

    /// With another seed.
    public Trainer withSeed(long value) {
        return copy(Seed.of(value), threads, metrics, listeners);
    }

    /// With another number of threads.
    public Trainer withThreads(int value) {
        return copy(seed, value, metrics, listeners);
    }

    /// With the given metrics.
    public Trainer withMetrics(Metric... values) {
        return copy(seed, threads, List.of(values), listeners);
    }

    /// With one more listener.
    public Trainer withListener(TrainingListener listener) {
        List<TrainingListener> all = new ArrayList<>(listeners);
        all.add(listener);
        return copy(seed, threads, metrics, all);
    }

    private Trainer copy(
            Optimizer newOptimizer,
            double newRate,
            Schedule newSchedule,
            List<GradientTransform> newTransforms,
            int newBatchSize,
            int newEpochs,
            EarlyStopping newStopping) {
        return new Trainer(
                loss,
                newOptimizer,
                newRate,
                newSchedule,
                newTransforms,
                average,
                newBatchSize,
                newEpochs,
                steps,
                newStopping,
                seed,
                threads,
                metrics,
                listeners);
    }

    private Trainer copy(Seed newSeed, int newThreads, List<Metric> newMetrics, List<TrainingListener> newListeners) {
        return new Trainer(
                loss,
                optimizer,
                learningRate,
                schedule,
                transforms,
                average,
                batchSize,
                epochs,
                steps,
                earlyStopping,
                newSeed,
                newThreads,
                newMetrics,
                newListeners);
    }
}
