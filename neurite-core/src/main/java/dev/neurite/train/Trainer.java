package dev.neurite.train;

import dev.neurite.data.Dataset;
import dev.neurite.loss.Loss;
import dev.neurite.metric.Metric;
import dev.neurite.metric.MetricSet;
import dev.neurite.model.Model;
import dev.neurite.network.Network;
import dev.neurite.optimize.Adam;
import dev.neurite.optimize.Average;
import dev.neurite.optimize.GradientTransform;
import dev.neurite.optimize.Optimizer;
import dev.neurite.optimize.Schedule;
import dev.neurite.parameter.Parameters;
import dev.neurite.parameter.Role;
import dev.neurite.random.Seed;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The recipe of a training: everything that decides the result but the network and the data. Immutable; one trainer
/// may train any number of networks, at once too.
///
/// The same trainer, network and data give the same parameters bit for bit, for any number of threads.
///
/// @param loss          what is made small
/// @param descent       how parameters follow the gradient
/// @param batching      the rows of a step
/// @param limits        when it ends at the latest
/// @param earlyStopping when to stop for want of improvement on the validation data
/// @param seed          key of the start, the order and all draws
/// @param threads       threads that share the work of a step, at least 1; changes no bit
/// @param metrics       what is measured on the validation data after each epoch besides the loss
/// @param listeners     who hears of it
/// @param diagnosis     whether the network is examined after each epoch
public record Trainer(
        Loss loss,
        Descent descent,
        Batching batching,
        Limits limits,
        EarlyStopping earlyStopping,
        Seed seed,
        int threads,
        List<Metric> metrics,
        List<TrainingListener> listeners,
        boolean diagnosis) {
    /// Checks the numbers.
    public Trainer {
        if (threads < 1) {
            throw new IllegalArgumentException("Trainer.threads must be positive, got " + threads);
        }
        MetricSet.requireDistinctNames(metrics);
        metrics = List.copyOf(metrics);
        listeners = List.copyOf(listeners);
    }

    /// A recipe that suits most tables: Adam at 0.001 (Kingma and Ba 2015), batch size by the number of rows, at
    /// most 200 epochs, patience of 20 epochs where validation data is given, one thread.
    public static Trainer of(Loss loss) {
        return new Trainer(
                loss,
                Descent.of(Adam.standard()),
                Batching.automatic(),
                Limits.ofEpochs(200),
                EarlyStopping.after(20),
                Seed.DEFAULT,
                1,
                List.of(),
                List.of(),
                false);
    }

    /// [#of] for classes: softmax cross-entropy, measured by accuracy.
    public static Trainer forClassification() {
        return of(Loss.softmaxCrossEntropy()).withMetrics(Metric.accuracy());
    }

    /// [#of] for numbers: mean squared error, measured by its root.
    public static Trainer forRegression() {
        return of(Loss.meanSquaredError()).withMetrics(Metric.rootMeanSquaredError());
    }

    /// Trains without validation data: the result is the model after the last epoch.
    public TrainingResult fit(Network network, Dataset data) {
        return fit(network, data, null, new StopSignal());
    }

    /// Trains with validation data: the result is the model of the epoch with the lowest validation loss, or the
    /// best value of the metric that early stopping goes by.
    public TrainingResult fit(Network network, Dataset data, Dataset validation) {
        return fit(network, data, validation, new StopSignal());
    }

    /// Trains until done or asked to stop.
    ///
    /// @param validation rows that only the stopping rule and the choice of the best epoch see; null for none
    /// @param stop       asks to stop after the current batch
    /// @throws IllegalArgumentException if the network, the loss and the data do not fit together
    public TrainingResult fit(Network network, Dataset data, @Nullable Dataset validation, StopSignal stop) {
        return fit(network, null, data, validation, stop);
    }

    /// Trains a model further, without validation data.
    public TrainingResult fit(Model start, Dataset data) {
        return fit(start, data, null, new StopSignal());
    }

    /// Trains a model further, with validation data.
    public TrainingResult fit(Model start, Dataset data, Dataset validation) {
        return fit(start, data, validation, new StopSignal());
    }

    /// Trains a model further until done or asked to stop: as any training, but for the parameters, which start as
    /// those of the model. The optimizer starts anew, with moments of 0 and the schedule at its first step, and
    /// with the same seed the rows come in the same order again.
    ///
    /// @param start      the model, which stays as it is
    /// @param validation rows that only the stopping rule and the choice of the best epoch see; null for none
    /// @param stop       asks to stop after the current batch
    /// @throws IllegalArgumentException if the model, the loss and the data do not fit together
    public TrainingResult fit(Model start, Dataset data, @Nullable Dataset validation, StopSignal stop) {
        Fit.checkLink(start, loss);
        return fit(start.network(), start.parameters(), data, validation, stop);
    }

    private TrainingResult fit(
            Network network, @Nullable Parameters start, Dataset data, @Nullable Dataset validation, StopSignal stop) {
        Fit.checkValidation(network, this, validation);
        try (Training training = new Training(this, network, start, data)) {
            return new TrainingLoop(this, network, training, data, validation, stop).run();
        }
    }

    /// Begins to learn from a stream of data, chunk by chunk; close it when the stream ends.
    public OnlineTraining online(Network network) {
        return OnlineTraining.of(this, network);
    }

    /// Goes on with a model from a stream of data; the optimizer starts anew.
    ///
    /// @throws IllegalArgumentException if the model does not fit the loss
    public OnlineTraining online(Model start) {
        return OnlineTraining.of(this, start);
    }

    /// Goes on where another one with the same trainer was, with the same bits.
    ///
    /// @param state what [OnlineTraining#snapshot] gave
    /// @throws IllegalArgumentException if the state is not of this network and optimizer
    public OnlineTraining online(Network network, TrainingState state) {
        return OnlineTraining.of(this, network, state);
    }

    /// The rule by which parameters follow the gradient.
    public Optimizer optimizer() {
        return descent.optimizer();
    }

    /// Base of the schedule.
    public double learningRate() {
        return descent.learningRate();
    }

    /// Learning rate at each step.
    public Schedule schedule() {
        return descent.schedule();
    }

    /// Edits of the gradient before the optimizer, in order.
    public List<GradientTransform> transforms() {
        return descent.transforms();
    }

    /// What stands for the parameters in validation and in the model.
    public Average average() {
        return descent.average();
    }

    /// Rows of a batch; 0 chooses by the number of rows.
    public int batchSize() {
        return batching.size();
    }

    /// The rows of a batch for data of `rows` rows, see [Batching#size(int)].
    public int batchSize(int rows) {
        return batching.size(rows);
    }

    /// Passes over the data at most.
    public int epochs() {
        return limits.epochs();
    }

    /// Steps at most.
    public long steps() {
        return limits.steps();
    }

    /// The metrics, and the one that early stopping goes by.
    List<Metric> measured() {
        return Stream.concat(metrics.stream(), earlyStopping.metric().stream())
                .distinct()
                .toList();
    }

    /// With another optimizer, at its default learning rate.
    public Trainer withOptimizer(Optimizer value) {
        return withDescent(descent.withOptimizer(value));
    }

    /// With another learning rate.
    public Trainer withLearningRate(double value) {
        return withDescent(descent.withLearningRate(value));
    }

    /// With another schedule.
    public Trainer withSchedule(Schedule value) {
        return withDescent(descent.withSchedule(value));
    }

    /// With another factor of the learning rate for the parameters of one role, such as 0.1 for biases; with 0 they
    /// stay as they are.
    public Trainer withLearningRateFactor(Role role, double factor) {
        return withDescent(descent.withRoles(descent.roles().withLearningRateFactor(role, factor)));
    }

    /// With weight decay on the parameters of exactly these roles; without this, on weights alone.
    public Trainer withWeightDecayOn(Role... decaying) {
        return withDescent(descent.withRoles(descent.roles().withWeightDecayOn(decaying)));
    }

    /// With the given edits of the gradient.
    public Trainer withTransforms(GradientTransform... values) {
        return withDescent(descent.withTransforms(List.of(values)));
    }

    /// With an average in place of the parameters, in validation and in the model.
    public Trainer withAverage(Average value) {
        return withDescent(descent.withAverage(value));
    }

    /// With optimizer, learning rate, schedule, gradient transforms and average all at once, in place of those
    /// of this trainer.
    public Trainer withDescent(Descent value) {
        return new Trainer(loss, value, batching, limits, earlyStopping, seed, threads, metrics, listeners, diagnosis);
    }

    /// With another batch size; 0 chooses by the number of rows.
    public Trainer withBatchSize(int value) {
        return withBatching(new Batching(value, batching.accumulation()));
    }

    /// With steps of several batches: their gradients are averaged by the weight of their rows, so that a step is
    /// that of one batch of all their rows, up to rounding, for every loss that is a mean over rows; layers that
    /// look at a batch as a whole, such as BatchNorm, see each by itself. The last step of an epoch may have fewer.
    ///
    /// @param batches of a step, at least 1
    public Trainer withAccumulation(int batches) {
        return withBatching(new Batching(batching.size(), batches));
    }

    private Trainer withBatching(Batching value) {
        return new Trainer(loss, descent, value, limits, earlyStopping, seed, threads, metrics, listeners, diagnosis);
    }

    /// With another number of epochs.
    public Trainer withEpochs(int value) {
        return withLimits(new Limits(value, limits.steps(), limits.time()));
    }

    /// With a limit of steps that the epochs and the schedule know nothing of: the training ends as one that is
    /// asked to stop after that many steps does, with the same parameters.
    public Trainer withSteps(long value) {
        return withLimits(new Limits(limits.epochs(), value, limits.time()));
    }

    /// With a limit of time: the training ends after the step in which it is up. How many steps that are is up to
    /// the machine; a training of exactly as many steps, [#withSteps], gives the same parameters.
    public Trainer withMaxTime(Duration value) {
        return withLimits(new Limits(limits.epochs(), limits.steps(), value));
    }

    private Trainer withLimits(Limits value) {
        return new Trainer(loss, descent, batching, value, earlyStopping, seed, threads, metrics, listeners, diagnosis);
    }

    /// With another stopping rule.
    public Trainer withEarlyStopping(EarlyStopping value) {
        return new Trainer(loss, descent, batching, limits, value, seed, threads, metrics, listeners, diagnosis);
    }

    /// With another seed.
    public Trainer withSeed(long value) {
        return new Trainer(
                loss, descent, batching, limits, earlyStopping, Seed.of(value), threads, metrics, listeners, diagnosis);
    }

    /// With another number of threads.
    public Trainer withThreads(int value) {
        return new Trainer(loss, descent, batching, limits, earlyStopping, seed, value, metrics, listeners, diagnosis);
    }

    /// With the given metrics, each of another name.
    public Trainer withMetrics(Metric... values) {
        return new Trainer(
                loss, descent, batching, limits, earlyStopping, seed, threads, List.of(values), listeners, diagnosis);
    }

    /// With one more listener.
    public Trainer withListener(TrainingListener listener) {
        List<TrainingListener> all = new ArrayList<>(listeners);
        all.add(listener);
        return withListeners(all);
    }

    Trainer withListeners(List<TrainingListener> values) {
        return new Trainer(loss, descent, batching, limits, earlyStopping, seed, threads, metrics, values, diagnosis);
    }

    /// With an examination of the network after each epoch, on up to 1,024 rows of the training data:
    /// listeners hear of it as [TrainingEvent.Diagnosed], and the result holds the last one. It changes no bit
    /// of the training.
    public Trainer withDiagnosis() {
        return new Trainer(loss, descent, batching, limits, earlyStopping, seed, threads, metrics, listeners, true);
    }
}
