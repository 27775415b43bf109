package dev.neurite.train;

import dev.neurite.data.Dataset;
import dev.neurite.network.Network;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Epoch after epoch: steps, validation, stopping rule, events.
final class TrainingLoop {
    private static final int PROGRESS_EVENTS_PER_EPOCH = 20;

    private final Trainer trainer;
    private final Network network;
    private final Training training;
    private final TrainingState state;
    private final @Nullable Validator validator;
    private final DivergenceGuard guard;
    private final StopSignal stop;
    private final Dataset data;
    private final long nanoseconds;
    private final long began = System.nanoTime();
    private @Nullable Divergence divergence;
    private @Nullable Diagnosis diagnosis;

    TrainingLoop(
            Trainer trainer,
            Network network,
            Training training,
            Dataset data,
            @Nullable Dataset validation,
            StopSignal stop) {
        this.trainer = trainer;
        this.network = network;
        this.training = training;
        this.state = training.state();
        this.stop = stop;
        this.data = data;
        this.nanoseconds = trainer.limits().nanoseconds();
        this.guard = new DivergenceGuard(training.program(), training.workspace());
        this.validator = validation == null
                ? null
                : new Validator(
                        network, trainer.loss(), trainer.measured(), validation, state.evaluated(), training.team());
    }

    TrainingResult run() {
        int parameters = training.program().layout().count();
        int stepsPerEpoch = training.stepsPerEpoch();
        int epochs = (int) Math.min(trainer.epochs(), Math.ceilDiv(trainer.steps(), stepsPerEpoch));
        tell(new TrainingEvent.Started(parameters, data.size(), stepsPerEpoch, epochs));
        for (int epoch = 1; epoch <= trainer.epochs(); epoch++) {
            Epoch steps = new Epoch(epoch);
            End end = steps.run();
            if (end == End.COMPLETED) {
                end = endEpoch(epoch, steps.meanLoss());
            }
            if (end != End.COMPLETED) {
                return result(end);
            }
        }
        return result(End.COMPLETED);
    }

    /// The end of the training, or COMPLETED when it goes on.
    private End endEpoch(int epoch, double trainingLoss) {
        EpochRecord measured = validator == null
                ? new EpochRecord(epoch, trainingLoss, Double.NaN, Map.of())
                : validator.measure(epoch, trainingLoss);
        double loss = validator == null ? training.lossAfterStep() : measured.validationLoss();
        if (guard.isLost(loss)) {
            training.lossAfterStep(); // so that the workspace shows which layer it is
            return diverged(epoch, loss);
        }
        boolean improved = state.endEpoch(measured, trainer.earlyStopping());
        tell(new TrainingEvent.EpochEnded(measured, seconds()));
        if (improved) {
            tell(new TrainingEvent.Improved(measured));
        }
        if (trainer.diagnosis()) {
            examine(epoch);
        }
        boolean patient = validator == null
                || epoch - state.bestEpoch() < trainer.earlyStopping().patience();
        if (stop.requested()) {
            return End.INTERRUPTED;
        }
        if (epoch == trainer.epochs()) {
            return End.COMPLETED;
        }
        return patient ? limit() : End.STOPPED_EARLY;
    }

    /// The limit that ends the training after this step, or COMPLETED when it goes on.
    private End limit() {
        if (isLastStep()) {
            return End.STEP_LIMIT;
        }
        return System.nanoTime() - began >= nanoseconds ? End.TIME_UP : End.COMPLETED;
    }

    private void examine(int epoch) {
        try (Examination examination = new Examination(network, trainer.loss(), data)) {
            diagnosis = examination.of(state.evaluated());
        }
        tell(new TrainingEvent.Diagnosed(epoch, diagnosis));
    }

    private boolean isLastStep() {
        return state.step() >= trainer.steps();
    }

    private End diverged(int epoch, double loss) {
        divergence = new Divergence(guard.place(), epoch, state.step(), loss);
        tell(new TrainingEvent.Diverged(divergence));
        if (trainer.diagnosis()) {
            examine(epoch);
        }
        return End.DIVERGED;
    }

    private TrainingResult result(End end) {
        tell(new TrainingEvent.Finished(end, seconds()));
        return new TrainingResult(network, trainer.loss().link(), state, end, divergence, diagnosis);
    }

    private void tell(TrainingEvent event) {
        for (TrainingListener listener : trainer.listeners()) {
            listener.on(event);
        }
    }

    private double seconds() {
        return (System.nanoTime() - began) * 1e-9;
    }

    /// The steps of one epoch.
    private final class Epoch {
        private final int epoch;
        private final int interval = Math.ceilDiv(training.stepsPerEpoch(), PROGRESS_EVENTS_PER_EPOCH);
        private double lossSum;
        private double weightSum;
        private int steps;

        Epoch(int epoch) {
            this.epoch = epoch;
        }

        End run() {
            training.startEpoch(epoch - 1);
            while (training.hasNextStep()) {
                double loss = training.step();
                if (guard.isLost(loss)) {
                    return diverged(epoch, loss);
                }
                count(loss);
                End end = training.hasNextStep() ? endWithin() : End.COMPLETED;
                if (end != End.COMPLETED) {
                    return end;
                }
            }
            return End.COMPLETED;
        }

        /// The end before the end of the epoch, or COMPLETED when it goes on. Where no epoch was evaluated, the
        /// model is of the parameters as they are.
        private End endWithin() {
            End end = stop.requested() ? End.INTERRUPTED : limit();
            if (end == End.COMPLETED) {
                return end;
            }
            double loss = state.bestEpoch() == 0 ? training.lossAfterStep() : 0;
            return guard.isLost(loss) ? diverged(epoch, loss) : end;
        }

        private void count(double loss) {
            double weight = training.weightOfStep();
            lossSum += weight * loss;
            weightSum += weight;
            steps++;
            if (!trainer.listeners().isEmpty() && steps % interval == 0) {
                tell(new TrainingEvent.Progress(epoch, steps, meanLoss()));
            }
        }

        double meanLoss() {
            return lossSum / weightSum;
        }
    }
}
