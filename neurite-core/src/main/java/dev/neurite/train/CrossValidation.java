package dev.neurite.train;

import dev.neurite.data.Dataset;
import dev.neurite.data.Folds;
import dev.neurite.data.Split;
import dev.neurite.kernels.Team;
import dev.neurite.metric.Metric;
import dev.neurite.model.Model;
import dev.neurite.network.Network;
import dev.neurite.random.Seed;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;

/// k-fold cross-validation (Stone 1974): the rows are dealt out to k folds; for each fold a network learns from the
/// rows of the others and is measured on it. Immutable.
///
/// Each fold is what [Trainer#fit] gives on its rows, with the seed of the trainer; folds are trained in parallel as
/// wholes, which changes no bit. Targets that are class indices are dealt out by class, see [Folds#of].
///
/// @param folds      number of folds, at least 2
/// @param validation share of the rows of each training that says when to stop, in [0, 1); with 0 each training runs
///     to its end, since the rows of the fold itself may steer nothing
/// @param seed       key of the folds and of the rows for stopping
/// @param threads    folds that are trained at once, each in one thread; changes no bit
public record CrossValidation(int folds, double validation, Seed seed, int threads) {
    /// Checks the numbers.
    public CrossValidation {
        if (folds < 2) {
            throw new IllegalArgumentException("CrossValidation.folds must be at least 2, got " + folds);
        }
        if (!(validation >= 0 && validation < 1)) {
            throw new IllegalArgumentException("CrossValidation.validation must be in [0, 1), got " + validation);
        }
        if (threads < 1) {
            throw new IllegalArgumentException("CrossValidation.threads must be positive, got " + threads);
        }
    }

    /// Folds without rows for stopping, in one thread.
    public static CrossValidation of(int folds) {
        return new CrossValidation(folds, 0, Seed.DEFAULT, 1);
    }

    /// With a share of the rows of each training that says when to stop.
    public CrossValidation withValidation(double share) {
        return new CrossValidation(folds, share, seed, threads);
    }

    /// With another seed.
    public CrossValidation withSeed(long value) {
        return new CrossValidation(folds, validation, Seed.of(value), threads);
    }

    /// With another number of folds at once.
    public CrossValidation withThreads(int value) {
        return new CrossValidation(folds, validation, seed, value);
    }

    /// [#run(Trainer, Network, Dataset, StopSignal)] that nobody stops.
    public CrossValidationResult run(Trainer trainer, Network network, Dataset data) {
        return run(trainer, network, data, new StopSignal());
    }

    /// Trains and measures all folds.
    ///
    /// The listeners of the trainer hear the events of all folds, one at a time, in no fixed order if there are
    /// several threads.
    ///
    /// @param stop asks every fold to stop after its current batch
    /// @throws IllegalArgumentException if the network, the loss, the metrics and the data do not fit together, or
    ///     there are fewer rows than folds
    /// @throws IllegalStateException if the training of a fold diverged before any epoch was evaluated; the other
    ///     folds stop then
    public CrossValidationResult run(Trainer trainer, Network network, Dataset data, StopSignal stop) {
        List<Metric> metrics = validation > 0 ? trainer.measured() : trainer.metrics();
        Fit.checkMeasured(network, trainer.loss(), metrics, data, "data");
        Fit.checkValidation(network, trainer, validation > 0 ? data : null);
        List<Split> splits = Folds.of(data, Math.max(2, network.outputs()), folds, seed.split("folds"));
        Trainer each = trainer.withThreads(1).withListeners(oneAtATime(trainer.listeners()));
        ExecutorService threadsOfFolds = Executors.newFixedThreadPool(Math.min(threads, folds), task -> {
            Thread thread = new Thread(task, "neurite-fold");
            thread.setDaemon(true);
            return thread;
        });
        StopSignal stopAll = new StopSignal(stop);
        try {
            List<Future<CrossValidationResult.Fold>> running = new ArrayList<>();
            for (int fold = 0; fold < folds; fold++) {
                int index = fold;
                running.add(threadsOfFolds.submit(() ->
                        stoppingAll(stopAll, () -> fold(each, network, data, index, splits.get(index), stopAll))));
            }
            return new CrossValidationResult(
                    running.stream().map(CrossValidation::await).toList());
        } finally {
            stopAll.request();
            threadsOfFolds.shutdownNow();
            threadsOfFolds.close();
        }
    }

    /// Stops all folds if one throws.
    private static CrossValidationResult.Fold stoppingAll(
            StopSignal stopAll, Supplier<CrossValidationResult.Fold> fold) {
        try {
            return fold.get();
        } catch (Throwable thrown) {
            stopAll.request();
            throw thrown;
        }
    }

    private CrossValidationResult.Fold fold(
            Trainer trainer, Network network, Dataset data, int index, Split rows, StopSignal stop) {
        Dataset training = data.subset(rows.train());
        TrainingResult result = validation == 0
                ? trainer.fit(network, training, null, stop)
                : stoppingEarly(trainer, network, training, seed.split("validation", index), stop);
        if (!result.hasModel()) {
            throw new IllegalStateException(
                    "fold " + (index + 1) + " " + result.divergence().orElseThrow());
        }
        Map<String, Double> metrics = measure(trainer, result.model(), data.subset(rows.heldOut()));
        return new CrossValidationResult.Fold(index, rows, result, metrics);
    }

    private static Map<String, Double> measure(Trainer trainer, Model model, Dataset heldOut) {
        try (Team alone = Team.of(1)) {
            float[] parameters = model.parameters().toArray();
            EpochRecord measured = new Validator(
                            model.network(), trainer.loss(), trainer.metrics(), heldOut, parameters, alone)
                    .measure(0, Double.NaN);
            Map<String, Double> metrics = new LinkedHashMap<>();
            metrics.put("loss", measured.validationLoss());
            metrics.putAll(measured.metrics());
            return metrics;
        }
    }

    private TrainingResult stoppingEarly(
            Trainer trainer, Network network, Dataset training, Seed own, StopSignal stop) {
        Split split = Split.of(training, Math.max(2, network.outputs()), validation, own);
        return trainer.fit(network, training.subset(split.train()), training.subset(split.heldOut()), stop);
    }

    private static List<TrainingListener> oneAtATime(List<TrainingListener> listeners) {
        Object lock = new Object();
        return listeners.stream()
                .map(listener -> (TrainingListener) event -> {
                    synchronized (lock) {
                        listener.on(event);
                    }
                })
                .toList();
    }

    private static CrossValidationResult.Fold await(Future<CrossValidationResult.Fold> fold) {
        try {
            return fold.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("cross-validation was interrupted", e);
        }
    }
}
